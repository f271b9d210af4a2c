# Studies made at random for reference.R: few and many people and items, scales of 2 to 7
# points, missing answers, reversed and constant items, groups, censuses.
#
#   Rscript random.R DIR FIRST COUNT
#
# writes DIR/randomSEED.spec.json and .csv for COUNT seeds from FIRST on. Then
#
#   Rscript reference.R DIR
#   go test ./internal/results -run TestEqualsR -v -args -reference DIR
library(jsonlite)
args <- commandArgs(TRUE); dir <- args[1]; first <- as.integer(args[2]); count <- as.integer(args[3])
dir.create(dir, showWarnings = FALSE, recursive = TRUE)
pick <- function(x) x[sample.int(length(x), 1)]

for (seed in seq(first, length.out = count)) {
  set.seed(seed)
  k <- pick(c(1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8, 10, 12, 14)); n <- pick(c(4, 6, 9, 12, 15, 20, 30, 40, 65, 90, 150, 250))
  low <- pick(c(0, 1, 1, 1)); high <- low + pick(c(2, 3, 4, 5, 5, 5, 7)) - 1
  factor <- rnorm(n); rows <- matrix(NA, n, k); reversed <- runif(k) < 0.2; constant <- runif(k) < 0.06
  for (i in seq_len(k)) {
    x <- (low + high) / 2 + (high - low) / 4 * (pick(c(0, 0.3, 0.6, 0.9, 1.3)) * factor + rnorm(n)) + 0.2 * (i - 1) * (high - low) / 8
    rows[, i] <- pmin(high, pmax(low, round(x)))
    if (reversed[i]) rows[, i] <- low + high - rows[, i]
    if (constant[i]) rows[, i] <- high
  }
  rows[runif(n * k) < pick(c(0, 0, 0.03, 0.1, 0.3))] <- NA
  X <- as.data.frame(rows); names(X) <- paste0("P", seq_len(k))
  spec <- list(min = low, max = high, reversed = I(names(X)[reversed]), correlation = pick(c("corrected", "uncorrected")),
    tails = pick(1:2), significance = pick(c(0.05, 0.05, 0.01)), omega = pick(c("ml", "ml", "minres")))
  spec$population <- switch(pick(1:4), NULL, NULL, n + sample(200, 1), max(1, sum(rowSums(!is.na(X)) > 0)))
  groups <- if (n < 30) 0 else pick(c(0, 0, 2, 3, 4))
  if (groups) X$g <- ifelse(seq_len(n) <= 4 * groups, LETTERS[(seq_len(n) - 1) %% groups + 1], sample(LETTERS[seq_len(groups)], n, TRUE))
  name <- file.path(dir, paste0("random", seed))
  write.csv(X, paste0(name, ".csv"), row.names = FALSE, quote = FALSE, na = if (k == 1) "NA" else "")
  write(toJSON(spec, auto_unbox = TRUE), paste0(name, ".spec.json"))
}
