// SPDX-License-Identifier: GPL-3.0-or-later
// What the client reads of a record it writes back as it was, under the same names: of all that the sandbox has, of
// what the vendor's guide prints, and of everything that the vendor's document allows.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { makeInstances } from './lib/openapi.mjs'
import { startSandbox } from './lib/sandbox.mjs'
import { runTests, test } from './lib/tap.mjs'

const [program, sandbox] = process.argv.slice(2)
const demo = await startSandbox(sandbox)
const sized = await startSandbox(sandbox, '--users', '400', '--credentials', '400')

const run = (args, input) => {
  const result = spawnSync(program, args, { input, encoding: 'utf8', timeout: 120_000, maxBuffer: 2 ** 28 })

  assert.equal(result.status, 0, result.stderr)

  return result.stdout.trimEnd().split('\n')
}

const members = new Map(run(['members']).map((line) => {
  const [kind, ...names] = line.split(' ')

  return [kind, names]
}))

// What is read of members that are objects, or lists of them.
const secrets = ['code', 'new_code', 'original_code', 'pin', 'requested_code']
const inner = {
  access_schedule: ['starts_at', 'ends_at'],
  errors: ['error_code', 'message', 'created_at', ...secrets],
  location: ['time_zone'],
  pending_mutations: ['mutation_code'],
  warnings: ['warning_code', 'message', 'created_at', ...secrets],
}

const pick = (object, names) => Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)))

const project = (kind, record) => {
  const known = pick(record, members.get(kind))

  for (const [name, names] of Object.entries(inner)) {
    if (Array.isArray(known[name])) known[name] = known[name].map((each) => pick(each, names))
    else if (known[name]) known[name] = pick(known[name], names)
  }

  return known
}

const check = (kind, records) => {
  const lines = run([], records.map((record) => `${kind} ${JSON.stringify(record)}\n`).join(''))
  const written = lines.map((line) => JSON.parse(line))

  assert.equal(written.length, records.length)
  for (const [i, record] of records.entries()) assert.deepEqual(written[i], project(kind, record))
}

test('each kind has members', () => {
  assert.equal(members.size, 5)
  for (const names of members.values()) assert.ok(names.length > 4)
})

for (const [name, server] of [['demo', demo], ['sized', sized]]) {
  test(`${name}: all that it has`, async () => {
    const kinds = [['/acs/users/list', 'acs_user'], ['/acs/credentials/list', 'acs_credential'],
      ['/acs/systems/list', 'acs_system'], ['/acs/entrances/list', 'acs_entrance'], ['/workspaces/list', 'workspace']]

    for (const [route, kind] of kinds) {
      const { json } = await server.send(route, /users|credentials|entrances/.test(route) ? { limit: 500 } : {})

      assert.ok(json[`${kind}s`].length > 0)
      check(kind, json[`${kind}s`])
    }
  })
}

test('what the guide prints, without the commas that JSON forbids', () => {
  const records = ['guide-assign.txt', 'guide-unassign.txt'].map((name) => JSON.parse(
    readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8').replace(/,(\s*})/g, '$1')).acs_credential)

  check('acs_credential', records)
})

for (const kind of members.keys()) {
  test(`${kind}: what the document allows`, () => {
    const records = makeInstances(kind)

    assert.ok(records.length >= 2)
    check(kind, records)
  })
}

runTests(() => Promise.all([demo.stop(), sized.stop()]))
