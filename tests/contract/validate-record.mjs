// SPDX-License-Identifier: GPL-3.0-or-later
// Validates what lanyard-sandbox --record has written, requests and answers, against the vendor's document.
// Arguments: the file, then the routes that have to be in it.
import { readFileSync } from 'node:fs'
import { checkAnswer, checkError, checkRequest } from './lib/openapi.mjs'

const [file, ...expected] = process.argv.slice(2)
const lines = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line))
const problems = []
const seen = new Set()

for (const { method, route, request, status, answer, fault } of lines) {
  try {
    if (method !== 'POST') throw new Error(`${route} was asked by ${method}`)
    checkRequest(route, JSON.parse(request))
    if (fault) continue
    if (status === 200) {
      checkAnswer(route, JSON.parse(answer))
      seen.add(route)
    } else if (answer !== '404') {
      checkError(JSON.parse(answer))
    }
  } catch (error) {
    problems.push(error.message)
  }
}

for (const route of expected) if (!seen.has(route)) problems.push(`${route} was never asked with success`)
for (const problem of problems) console.log(problem)
console.log(`${lines.length} requests, ${seen.size} routes, ${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0
