// SPDX-License-Identifier: GPL-3.0-or-later
// Each row of the client's table of routes is as the vendor's document has it: its path, what is asked, and where in
// the answer it is.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describeRoute } from './lib/openapi.mjs'
import { runTests, test } from './lib/tap.mjs'

const [program] = process.argv.slice(2)
const run = spawnSync(program, { encoding: 'utf8', timeout: 60_000 })
const rows = run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line))

test('there are rows', () => assert.ok(run.status === 0 && rows.length > 0))

for (const row of rows) {
  test(`${row.path} with ${row.members.join(', ') || 'nothing'}`, () => {
    const { members, required, answer } = describeRoute(row.path)

    for (const name of row.members) assert.ok(members.has(name), `a request has no ${name}`)
    for (const name of required) assert.ok(row.required.includes(name), `a request needs ${name}`)
    if (row.answer) {
      assert.ok(answer[row.answer], `an answer has no ${row.answer}`)
      assert.equal(answer[row.answer].type === 'array', row.is_list)
    } else {
      assert.deepEqual(Object.keys(answer), ['ok'])
    }
  })
}

runTests()
