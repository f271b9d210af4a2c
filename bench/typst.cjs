// Compiles bench/article.typ beside the results.json of a folder with Typst's native compiler.
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')
const fs = require('fs')

const compiler = NodeCompiler.create({ workspace: process.argv[2] })
const pdf = compiler.pdf({ mainFilePath: process.argv[2] + '/article.typ' })
if (pdf.length < 10000) process.exit(1)
fs.writeFileSync(process.argv[2] + '/article.pdf', pdf)
