# What R and psych say of a study, by the keys of results.json.
#
#   Rscript reference.R DIR
#
# reads DIR/NAME.spec.json and DIR/NAME.csv (a column per item, and g for groups)
# and writes DIR/NAME.json. Written with R 4.2.2, psych 2.2.9, jsonlite 1.8.4. A
# value that R leaves open, or whose search ends at a bound, is "skip".
suppressMessages(library(psych))
library(jsonlite)
dir <- commandArgs(TRUE)[1]

na <- function(x) if (length(x) != 1 || is.null(x) || is.nan(x) || is.na(x) || is.infinite(x)) NA else unname(x)
quiet <- function(x) suppressWarnings(suppressMessages({ capture.output(v <- x); v }))
# The alpha of covariances.
alpha_of <- function(C) { k <- ncol(C); if (is.null(k) || k < 2 || sum(C) <= 1e-12) return(NA); k / (k - 1) * (1 - sum(diag(C)) / sum(C)) }
skew <- function(x) { n <- length(x); s <- sd(x); if (n < 3 || is.na(s) || s == 0) return(NA); n / ((n - 1) * (n - 2)) * sum((x - mean(x))^3) / s^3 }
kurt <- function(x) { n <- length(x); s <- sd(x); if (n < 4 || is.na(s) || s == 0) return(NA)
  n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum((x - mean(x))^4) / s^4 - 3 * (n - 1)^2 / ((n - 2) * (n - 3)) }
se_skew <- function(n) if (n < 3) NA else sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)))
se_kurt <- function(n) if (n < 4) NA else 2 * se_skew(n) * sqrt((n^2 - 1) / ((n - 3) * (n + 5)))
quartiles <- function(x, type) if (length(x) == 0) NA else unname(quantile(x, c(.25, .75), type = type))
critical <- function(df, s) { if (df < 1) return(NA); t <- qt(1 - s$significance / s$tails, df); max(0, t / sqrt(df + t^2)) }
p_of <- function(r, df, s) { if (is.na(r) || df < 1) return(NA); if (abs(r) >= 1 - 1e-13) return("skip"); t <- r * sqrt(df / (1 - r^2)); if (s$tails == 2) 2 * pt(-abs(t), df) else pt(t, df, lower.tail = FALSE) }
verdict <- function(r, c) if (is.na(r) || is.na(c)) NA else if (abs(r - c) < 1e-12) "skip" else r > c
wilson <- function(p, n) { z <- qnorm(.975); m <- (p + z^2 / (2 * n)) / (1 + z^2 / n); h <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); c(max(0, m - h), min(1, m + h)) }

# nortest 1.0-4's lillie.test; the p of the polynomials are kept within 0 and 1.
lillie <- function(x) {
  x <- sort(x); n <- length(x); p <- pnorm((x - mean(x)) / sd(x)); k <- max(seq_len(n) / n - p, p - (seq_len(n) - 1) / n)
  kd <- if (n <= 100) k else k * ((n / 100)^0.49); nd <- min(n, 100)
  pv <- exp(-7.01256 * kd^2 * (nd + 2.78019) + 2.99587 * kd * sqrt(nd + 2.78019) - 0.122119 + 0.974598 / sqrt(nd) + 1.67997 / nd)
  if (pv > 0.1) {
    kk <- (sqrt(n) - 0.01 + 0.85 / sqrt(n)) * k
    pv <- if (kk <= 0.302) 1 else if (kk <= 0.5) 2.76773 - 19.828315 * kk + 80.709644 * kk^2 - 138.55152 * kk^3 + 81.218052 * kk^4
      else if (kk <= 0.9) -4.901232 + 40.662806 * kk - 97.490286 * kk^2 + 94.029866 * kk^3 - 32.355711 * kk^4
      else if (kk <= 1.31) 6.198765 - 19.558097 * kk + 23.186922 * kk^2 - 12.234627 * kk^3 + 2.423045 * kk^4 else 0
  }
  c(k, min(1, max(0, pv)))
}
# Azwar's classes of the sum, and whether it is normally distributed.
scored <- function(total, k, s) {
  n <- length(total); m <- k * (s$max + s$min) / 2; d <- k * (s$max - s$min) / 6; varies <- n > 1 && sd(total) > 0
  w <- if (n > 2 && varies) shapiro.test(total) else list(statistic = NA, p.value = NA); l <- if (n > 4 && varies) lillie(total) else c(NA, NA)
  counts <- c(sum(total < m - d - 1e-9), sum(total >= m - d - 1e-9 & total < m + d - 1e-9), sum(total >= m + d - 1e-9))
  list(scores = list(hypothetical_mean = m, hypothetical_sd = d, shapiro_wilk_w = unname(w$statistic), shapiro_wilk_p = w$p.value, lilliefors_d = l[1], lilliefors_p = l[2]),
    score_classes = list(n = n, classes = lapply(counts, function(x) list(n = x, percent = if (n) 100 * x / n else NA))))
}

describe_item <- function(x, s) {
  n <- length(x); size <- n
  if (!is.null(s$population) && s$population > n) size <- n * (s$population - 1) / (s$population - n)
  counts <- sapply(s$min:s$max, function(v) sum(x == v))
  by <- function(v) setNames(as.list(v), s$min:s$max)
  out <- list(n = n, counts = by(counts), mean = if (n) mean(x) else NA, sd = na(sd(x)), variance = na(var(x)), median = if (n) median(x) else NA,
    modes = if (n) as.list((s$min:s$max)[counts == max(counts)]) else list(), skewness = skew(x), skewness_se = se_skew(n), kurtosis = kurt(x), kurtosis_se = se_kurt(n),
    quartiles_spss = quartiles(x, 6), quartiles_r = quartiles(x, 7))
  out$percents <- if (n) by(100 * counts / n) else NA
  if (n && !s$census) out$percents_ci95 <- by(lapply(counts, function(c) 100 * wilson(c / n, size)))
  out
}

consistency <- function(X, missing, s) {
  complete <- na.omit(X); n <- nrow(complete); k <- ncol(X); df <- max(0, n - 2)
  pairwise <- missing == "pairwise" && n < nrow(X)
  Y <- if (pairwise) X else complete
  rows <- nrow(Y)
  total <- if (n) rowSums(complete) else numeric(0)
  one <- function(f) if (n) na(f(total)) else NA
  out <- list(n = n, k = k, df = df, critical_r = critical(df, s),
    scale_mean = one(mean), scale_sd = one(sd), scale_se = one(function(x) sd(x) / sqrt(n)), scale_min = one(min), scale_max = one(max),
    scale_median = one(median), scale_variance = one(var), scale_skewness = if (n) skew(total) else NA, scale_skewness_se = se_skew(n),
    scale_kurtosis = if (n) kurt(total) else NA, scale_kurtosis_se = se_kurt(n), scale_quartiles_spss = quartiles(total, 6), scale_quartiles_r = quartiles(total, 7),
    item_mean = one(function(x) mean(x) / k), item_sd = one(function(x) sd(x) / k),
    item_mean_min = if (n) min(colMeans(complete)) else NA, item_mean_max = if (n) max(colMeans(complete)) else NA)
  out <- c(out, scored(total, k, s))
  C <- if (rows > 1) suppressWarnings(cov(Y, use = "pairwise")) else NULL
  if (is.null(C) || any(is.na(C))) { out$alpha <- NA; C <- NULL }
  vary <- if (is.null(C)) integer(0) else which(diag(C) > 0)
  kk <- length(vary)
  items <- lapply(seq_len(k), function(i) describe_item(na.omit(X[[i]]), s))
  names(items) <- names(X)
  for (i in seq_len(k)) items[[i]]$missing <- nrow(X) - items[[i]]$n
  if (!is.null(C)) {
    out$alpha_k <- kk
    V <- C[vary, vary, drop = FALSE]
    alpha <- alpha_of(V)
    out$alpha <- alpha
    sound <- kk >= 2 && !is.na(alpha)
    if (kk >= 2) {
      R <- cov2cor(V); r <- R[lower.tri(R)]
      out$mean_inter_item_r <- mean(r)
      if (all(abs(r) <= 1)) { out$min_inter_item_r <- min(r); out$max_inter_item_r <- max(r) }
    }
    if (sound) {
      d1 <- rows - 1; d2 <- (rows - 1) * (kk - 1)
      out$alpha_ci95 <- c(1 - (1 - alpha) * qf(.975, d1, d2), 1 - (1 - alpha) * qf(.025, d1, d2))
      pa <- if (kk > 2) try(quiet(psych::alpha(Y[vary], warnings = FALSE)), silent = TRUE) else NULL
      if (!is.null(pa) && !inherits(pa, "try-error")) {
        stopifnot(abs(pa$total$raw_alpha - alpha) < 1e-10)
        out$alpha_standardized <- if (abs(sum(R)) < 1e-9) "skip" else pa$total$std.alpha
        out$alpha_se <- pa$total$ase
        out$alpha_ci95_duhachek <- c(alpha - 1.96 * pa$total$ase, alpha + 1.96 * pa$total$ase)
        for (i in seq_len(kk)) {
          r <- pa$item.stats$r.drop[i] # beyond 1 it is no correlation
          items[[vary[i]]]$corrected_item_total_r <- if (is.na(r) || abs(r) > 1 + 1e-12) NA else r
          items[[vary[i]]]$alpha_if_deleted <- na(alpha_of(V[-i, -i, drop = FALSE]))
          if (!is.na(items[[vary[i]]]$alpha_if_deleted)) stopifnot(abs(pa$alpha.drop$raw_alpha[i] - items[[vary[i]]]$alpha_if_deleted) < 1e-9)
        }
      }
      regular <- rows > kk && min(eigen(R, only.values = TRUE)$values) > 1e-6
      if (regular) {
        smc <- 1 - 1 / diag(solve(R))
        for (i in seq_len(kk)) items[[vary[i]]]$smc <- smc[i]
        out$lambda6 <- 1 - sum(1 / diag(solve(V))) / sum(V)
        out$g6 <- if (!is.null(pa) && !inherits(pa, "try-error")) pa$total$`G6(smc)` else 1 - sum(1 / diag(solve(R))) / sum(R)
        b <- cortest.bartlett(R, n = rows)
        out$bartlett <- list(chi_squared = max(0, b$chisq), df = b$df, p = b$p.value)
        if (kk >= 3) {
          m <- KMO(R)
          out$kmo <- m$MSA
          for (i in seq_len(kk)) items[[vary[i]]]$kmo <- unname(m$MSAi[i])
          f <- try(quiet(fa(R, nfactors = 1, n.obs = rows, fm = s$omega)), silent = TRUE)
          good <- !inherits(f, "try-error") && min(f$uniquenesses) > 0.02 && min(abs(f$loadings)) > 0.2
          if (good) {
            l <- f$loadings[, 1] * sign(sum(f$loadings[, 1])); sdv <- sqrt(diag(V))
            out$omega <- sum(l)^2 / (sum(l)^2 + sum(1 - l^2))
            out$omega_raw <- sum(sdv * l)^2 / (sum(sdv * l)^2 + sum(diag(V) * (1 - l^2)))
            out$one_factor <- if (kk > 3) list(chi_squared = f$STATISTIC, df = f$dof, p = f$PVAL, rmsea = unname(f$RMSEA[1])) else list(chi_squared = NA, df = 0, p = NA, rmsea = NA)
            for (i in seq_len(kk)) items[[vary[i]]]$loading <- l[i]
          }
        }
      }
      a <- seq_len(ceiling(kk / 2)); b <- setdiff(seq_len(kk), a)
      A <- V[a, a, drop = FALSE]; B <- V[b, b, drop = FALSE]; cv <- sum(V[a, b])
      h <- list(k1 = length(a), k2 = length(b), guttman = 4 * cv / sum(V))
      h$alpha1 <- if (length(a) > 1) na(alpha_of(A)) else NA; h$alpha2 <- if (length(b) > 1) na(alpha_of(B)) else NA
      if (sum(A) > 1e-12 && sum(B) > 1e-12) {
        r <- cv / sqrt(sum(A) * sum(B)); h$r <- r
        if (abs(r) < 1 - 1e-9) {
          h$spearman_brown <- 2 * r / (1 + r)
          e <- 4 * h$k1 * h$k2 / kk^2 * (1 - r^2)
          h$spearman_brown_unequal <- (-r^2 + sqrt(r^4 + e * r^2)) / (e / 2)
        }
      }
      out$split_half <- h
    }
    for (i in seq_len(k)) {
      m <- if (pairwise) items[[i]]$n - 2 else df
      m <- max(0, m)
      items[[i]]$df <- m; items[[i]]$critical_r <- critical(m, s)
      if (k > 1) {
        score <- rowMeans(if (pairwise) X else Y, na.rm = TRUE); it <- if (pairwise) X[[i]] else Y[[i]]
        items[[i]]$item_total_r <- na(suppressWarnings(cor(it, score, use = "complete.obs")))
      }
      followed <- if (s$correlation == "corrected") items[[i]]$corrected_item_total_r else items[[i]]$item_total_r
      other <- if (s$correlation == "corrected") items[[i]]$item_total_r else items[[i]]$corrected_item_total_r
      if (!is.null(followed)) { items[[i]]$p <- p_of(followed, m, s); items[[i]]$valid <- verdict(followed, items[[i]]$critical_r) }
      if (!is.null(other)) items[[i]]$valid_by_other_r <- verdict(other, items[[i]]$critical_r)
      if (n > 0 && k > 1) { rest <- rowSums(complete[-i]); items[[i]]$scale_mean_if_deleted <- mean(rest); items[[i]]$scale_variance_if_deleted <- na(var(rest)) }
    }
    pairs <- list()
    for (i in seq_len(k)[-1]) for (j in seq_len(i - 1)) {
      r <- C[i, j] / sqrt(C[i, i] * C[j, j])
      pairs[[length(pairs) + 1]] <- list(a = names(X)[j], b = names(X)[i], r = if (is.na(r) || is.nan(r)) NA else if (abs(r) > 1 + 1e-12) NA else r,
        n = if (pairwise) sum(!is.na(X[[i]]) & !is.na(X[[j]])) else n)
    }
    out$inter_item_r <- pairs
  }
  out$items <- items
  out
}

compared <- function(x, g, levels) {
  groups <- lapply(levels, function(l) { v <- x[g == l & !is.na(x)]; n <- length(v)
    list(n = n, mean = if (n) mean(v) else NA, sd = na(sd(v)), median = if (n) median(v) else NA,
      mean_ci95 = if (n > 1 && sd(v) > 0 && !s$census) mean(v) + c(-1, 1) * qt(.975, n - 1) * sd(v) / sqrt(n) else NA) })
  keep <- !is.na(x); x <- x[keep]; g <- factor(g[keep], levels); n <- length(x); t <- table(x); ties <- sum(as.numeric(t)^3 - as.numeric(t))
  out <- list(groups = groups)
  if (any(table(g) == 0) || length(t) < 2) return(out)
  rk <- rank(x)
  for (i in seq_along(levels)) out$groups[[i]]$mean_rank <- mean(rk[g == levels[i]])
  out$ties <- ties
  if (length(levels) == 2) {
    w <- suppressWarnings(wilcox.test(x[g == levels[1]], x[g == levels[2]], exact = FALSE, correct = FALSE))
    c <- suppressWarnings(wilcox.test(x[g == levels[1]], x[g == levels[2]], exact = FALSE, correct = TRUE))
    n1 <- sum(g == levels[1]); n2 <- n - n1; u <- unname(w$statistic)
    z <- (u - n1 * n2 / 2) / sqrt(n1 * n2 / 12 * ((n + 1) - ties / (n * (n - 1))))
    out <- c(out, list(u = u, z = z, p = w$p.value, p_continuity = c$p.value, r = abs(z) / sqrt(n), rank_biserial = 2 * u / (n1 * n2) - 1))
    if (ties == 0 && max(n1, n2) < 50) out$p_exact <- wilcox.test(x[g == levels[1]], x[g == levels[2]], exact = TRUE)$p.value
  } else {
    w <- kruskal.test(x, g); h <- unname(w$statistic); k <- length(levels)
    out <- c(out, list(h = h, df = k - 1, p = w$p.value, epsilon_squared = h / (n - 1), eta_squared = if (n > k) (h - k + 1) / (n - k) else NA))
  }
  out
}

dunn <- function(x, g, levels) {
  keep <- !is.na(x); x <- x[keep]; g <- g[keep]; n <- length(x); t <- as.numeric(table(x)); rk <- rank(x)
  v <- (n * (n + 1) / 12) - sum(t^3 - t) / (12 * (n - 1))
  out <- list()
  for (a in seq_along(levels)) for (b in seq_along(levels)) if (a < b) {
    z <- (mean(rk[g == levels[a]]) - mean(rk[g == levels[b]])) / sqrt(v * (1 / sum(g == levels[a]) + 1 / sum(g == levels[b])))
    out[[length(out) + 1]] <- list(a = a - 1, b = b - 1, z = z, p = 2 * pnorm(-abs(z)))
  }
  holm <- p.adjust(sapply(out, `[[`, "p"), "holm")
  for (i in seq_along(out)) out[[i]]$p_holm <- holm[i]
  out
}

grouping <- function(X, g, missing) {
  levels <- sort(unique(g))
  score <- rowMeans(X, na.rm = missing == "pairwise"); score[is.nan(score)] <- NA
  c <- list(score = compared(score, g, levels), items = lapply(X, compared, g, levels))
  if (length(levels) > 2 && !is.null(c$score$p)) c$pairs <- dunn(score, g, levels)
  p <- sapply(c$items, function(i) if (is.null(i$p)) NA else i$p)
  holm <- p.adjust(p, "holm")
  for (i in seq_along(X)) {
    if (!is.na(p[i])) c$items[[i]]$p_holm <- holm[[i]]
    t <- table(g[!is.na(X[[i]])], X[[i]][!is.na(X[[i]])])
    if (all(dim(t) > 1)) {
      e <- suppressWarnings(chisq.test(t, correct = FALSE))
      if (all(e$expected >= 1) && mean(e$expected < 5) <= 0.2)
        c$items[[i]]$answers <- list(n = sum(t), chi_squared = unname(e$statistic), df = unname(e$parameter), p = e$p.value, cramers_v = sqrt(unname(e$statistic) / (sum(t) * (min(dim(t)) - 1))))
    }
  }
  list(list(constructs = list(c)))
}

# Two constructs, of the first half of the items and the rest.
related <- function(X) {
  h <- ceiling(ncol(X) / 2); ok <- complete.cases(X)
  x <- rowMeans(X[ok, seq_len(h), drop = FALSE]); y <- rowMeans(X[ok, -seq_len(h), drop = FALSE]); n <- length(x)
  out <- list(a = "first", b = "rest", n = n)
  if (n < 3 || sd(x) == 0 || sd(y) == 0) return(if (n < 3) list(n = n) else out)
  t <- cor.test(x, y)
  out$r <- unname(t$estimate); out$p <- t$p.value; out$p_holm <- t$p.value
  out$r_ci95 <- if (n > 3 && abs(out$r) < 1) as.numeric(t$conf.int) else NA
  out$spearman <- cor(rank(x), rank(y))
  out
}

for (file in list.files(dir, "\\.spec\\.json$", full.names = TRUE)) {
  s <- fromJSON(file); name <- sub("\\.spec\\.json$", "", file)
  X <- read.csv(paste0(name, ".csv")); g <- X$g; X$g <- NULL
  for (i in s$reversed) X[[i]] <- s$min + s$max - X[[i]]
  answered <- sum(rowSums(!is.na(X)) > 0)
  s$census <- !is.null(s$population) && s$population == answered
  N <- s$population; fewest <- colSums(!is.na(X)); fewest <- if (any(fewest > 0)) min(fewest[fewest > 0]) else 0
  both <- list()
  for (missing in c("listwise", "pairwise")) {
    out <- list(n = nrow(X), answered = answered, margin_of_error_n = fewest, response_rate = if (is.null(N)) NA else answered / N,
      margin_of_error = if (s$census || fewest == 0) NA else qnorm(.975) * sqrt(.25 / fewest) * (if (is.null(N)) 1 else sqrt((N - fewest) / (N - 1))))
    out$constructs <- list(consistency(X, missing, s))
    if (!is.null(g)) out$groups <- grouping(X, g, missing)
    if (ncol(X) > 1) out$relations <- list(related(X))
    both[[missing]] <- out
  }
  write(toJSON(both, digits = NA, auto_unbox = TRUE, na = "null"), paste0(name, ".json"))
}
