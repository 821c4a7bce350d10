// SPDX-License-Identifier: GPL-3.0-or-later
// Every request that the real client sends is as the vendor's document has it, and so is every answer that it gets.
// A program drives all of the client against a sandbox, which writes down what it is asked and what it answers.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAnswer, checkError, checkRequest } from './lib/openapi.mjs'
import { runTests, test } from './lib/tap.mjs'

const [program] = process.argv.slice(2)
const directory = mkdtempSync(join(tmpdir(), 'lanyard-contract-'))
const record = join(directory, 'record.jsonl')
const routes = new Set(['/workspaces/get', '/workspaces/list', '/acs/systems/list', '/acs/users/list', '/acs/users/get',
  '/acs/credentials/list', '/acs/credentials/get', '/acs/credentials/list_accessible_entrances',
  '/acs/credentials/assign', '/acs/users/assign', '/acs/credentials/unassign', '/acs/users/suspend',
  '/acs/users/unsuspend'])

const run = spawnSync(program, [record], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 120_000 })
const lines = run.status === 0
  ? readFileSync(record, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line))
  : []

test('the client has been driven', () => assert.equal(run.status, 0))

test('it asks for what is known, by POST', () => {
  assert.deepEqual(new Set(lines.map(({ route }) => route)), routes)
  assert.deepEqual(new Set(lines.map(({ method }) => method)), new Set(['POST']))
})

for (const route of routes) {
  test(`requests to ${route}`, () => {
    const mine = lines.filter((line) => line.route === route)

    assert.ok(mine.some(({ status }) => status === 200))
    for (const { request, status, answer } of mine) {
      checkRequest(route, JSON.parse(request))
      if (status === 200) checkAnswer(route, JSON.parse(answer))
      else if (answer !== '404') checkError(JSON.parse(answer))
    }
  })
}

test('a page is asked for with the parameters of the one before it', () => {
  for (const route of ['/acs/users/list', '/acs/credentials/list']) {
    const asked = lines.filter((line) => line.route === route).map(({ request, answer }) => ({
      request: JSON.parse(request), next: JSON.parse(answer).pagination?.next_page_cursor,
    }))
    const later = asked.filter(({ request }) => request.page_cursor)

    assert.ok(later.length >= 2)
    for (const { request: { page_cursor: cursor, ...rest } } of later) {
      const { page_cursor: _, ...before } = asked.find(({ next }) => next === cursor).request
      assert.deepEqual(rest, before)
    }
  }
})

test('assign and unassign name the credential and the user, and nothing else', () => {
  for (const { route, request } of lines.filter((line) => /assign$/.test(line.route))) {
    assert.deepEqual(Object.keys(JSON.parse(request)).sort(), ['acs_credential_id', 'acs_user_id'], route)
  }
})

test('suspend and unsuspend name the user, and nothing else', () => {
  for (const { route, request } of lines.filter((line) => /suspend$/.test(line.route))) {
    assert.deepEqual(Object.keys(JSON.parse(request)), ['acs_user_id'], route)
  }
})

runTests(() => rmSync(directory, { recursive: true }))
