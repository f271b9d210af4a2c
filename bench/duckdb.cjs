// Reads a table with DuckDB, as bench/large.sh does with its yardsticks.
const { DuckDBInstance } = require('@duckdb/node-api')

async function main() {
  const db = await (await DuckDBInstance.create(':memory:')).connect()
  await db.run(`create table t as select * from read_csv('${process.argv[2]}')`)
}

main().catch((err) => {
  console.error(err.message)
  process.exit(1)
})
