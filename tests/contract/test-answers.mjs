// SPDX-License-Identifier: GPL-3.0-or-later
// Every answer of the sandbox, whole lists of the demo and of a sized workspace, is as the vendor's document has it.
import assert from 'node:assert/strict'
import { checkAnswer, checkError, checkRequest } from './lib/openapi.mjs'
import { startSandbox } from './lib/sandbox.mjs'
import { runTests, test } from './lib/tap.mjs'

const [program] = process.argv.slice(2)
const demo = await startSandbox(program)
const sized = await startSandbox(program, '--users', '1200', '--credentials', '1500')

const ask = async (sandbox, route, body = {}) => {
  checkRequest(route, body)
  const answer = await sandbox.send(route, body)

  assert.equal(answer.status, 200, answer.text.slice(0, 500))
  assert.match(answer.type, /^application\/json/)
  assert.ok(answer.requestId)
  checkAnswer(route, answer.json)

  return answer.json
}

const askAll = async (sandbox, route, member, body = {}) => {
  const rows = []
  let cursor = null

  do {
    const page = await ask(sandbox, route, cursor ? { ...body, page_cursor: cursor } : body)

    rows.push(...page[member])
    assert.equal(page.pagination.has_next_page, page.pagination.next_page_cursor !== null)
    cursor = page.pagination.next_page_cursor
  } while (cursor)

  return rows
}

const refuse = async (route, body, status, type, options) => {
  const answer = await demo.send(route, body, options)

  assert.equal(answer.status, status, answer.text)
  assert.ok(answer.requestId)
  checkError(answer.json)
  assert.equal(answer.json.error.type, type)
}

const unknown = '398d80b7-3f96-47c2-b85a-6f8ba21d07be'

for (const [name, sandbox, nUsers] of [['demo', demo, 62], ['sized', sized, 1200]]) {
  test(`${name}: the workspace and its systems`, async () => {
    const { workspace } = await ask(sandbox, '/workspaces/get')
    const { workspaces } = await ask(sandbox, '/workspaces/list')

    assert.deepEqual(workspaces, [workspace])
    const { acs_systems: systems } = await ask(sandbox, '/acs/systems/list')
    assert.equal(systems.length, 3)
    for (const system of systems) {
      const { acs_system: again } = await ask(sandbox, '/acs/systems/get', { acs_system_id: system.acs_system_id })
      assert.deepEqual(again, system)
    }
  })

  test(`${name}: users`, async () => {
    const users = await askAll(sandbox, '/acs/users/list', 'acs_users')

    assert.equal(users.length, nUsers)
    assert.equal(new Set(users.map((user) => user.acs_user_id)).size, nUsers)
    for (const user of users.slice(0, 70)) {
      const id = { acs_user_id: user.acs_user_id }

      assert.deepEqual((await ask(sandbox, '/acs/users/get', id)).acs_user, user)
      await ask(sandbox, '/acs/users/list_accessible_entrances', id)
    }
  })

  test(`${name}: credentials`, async () => {
    const credentials = await askAll(sandbox, '/acs/credentials/list', 'acs_credentials', { limit: 400 })
    const users = await askAll(sandbox, '/acs/users/list', 'acs_users')
    const systems = new Map(users.map((user) => [user.acs_user_id, user.acs_system_id]))

    assert.equal(new Set(credentials.map((each) => each.acs_credential_id)).size, credentials.length)
    for (const credential of credentials) {
      if (credential.acs_user_id) assert.equal(systems.get(credential.acs_user_id), credential.acs_system_id)
    }
    for (const credential of credentials.slice(0, 130)) {
      const id = { acs_credential_id: credential.acs_credential_id }

      assert.deepEqual((await ask(sandbox, '/acs/credentials/get', id)).acs_credential, credential)
      const { acs_entrances: opens } = await ask(sandbox, '/acs/credentials/list_accessible_entrances', id)
      assert.ok(opens.length > 0)
      for (const entrance of opens) assert.equal(entrance.acs_system_id, credential.acs_system_id)
    }
  })

  test(`${name}: what lists may be asked for`, async () => {
    const { acs_systems: [system] } = await ask(sandbox, '/acs/systems/list')
    const inSystem = { acs_system_id: system.acs_system_id }
    const users = await askAll(sandbox, '/acs/users/list', 'acs_users', { ...inSystem, limit: 7 })
    const held = await askAll(sandbox, '/acs/credentials/list', 'acs_credentials', { acs_user_id: users[0].acs_user_id })
    const both = { ...inSystem, acs_user_id: users[0].acs_user_id }

    assert.ok(users.every((user) => user.acs_system_id === system.acs_system_id))
    assert.ok(held.length > 0 && held.every((each) => each.acs_user_id === users[0].acs_user_id))
    assert.deepEqual(await askAll(sandbox, '/acs/credentials/list', 'acs_credentials', both), held)
    await askAll(sandbox, '/acs/entrances/list', 'acs_entrances', { ...inSystem, limit: 5 })
    await askAll(sandbox, '/acs/credentials/list', 'acs_credentials', { is_multi_phone_sync_credential: true })
    assert.deepEqual(await askAll(sandbox, '/acs/users/list', 'acs_users', { created_before: '2001-01-01T00:00:00Z' }),
      [])
  })
}

test('a user is also found by identity', async () => {
  const { acs_users: [ada] } = await ask(demo, '/acs/users/list', { search: 'Ada Okafor' })
  const identity = { user_identity_id: ada.user_identity_id }

  assert.deepEqual((await ask(demo, '/acs/users/list', identity)).acs_users, [ada])
  assert.deepEqual((await ask(demo, '/acs/users/get', { ...identity, acs_system_id: ada.acs_system_id })).acs_user, ada)
  const { acs_credentials: held } = await ask(demo, '/acs/credentials/list', identity)
  assert.ok(held.length > 1 && held.every((each) => each.acs_user_id === ada.acs_user_id))
})

test('while an access system has not taken it', async () => {
  const { acs_systems: systems } = await ask(demo, '/acs/systems/list')
  const salto = systems.find((each) => each.external_type === 'salto_ks_site')
  const rows = await askAll(demo, '/acs/credentials/list', 'acs_credentials', { acs_system_id: salto.acs_system_id })
  const { acs_users: [user] } = await ask(demo, '/acs/users/list', { acs_system_id: salto.acs_system_id })
  const card = rows.find((each) => !each.acs_user_id && each.is_latest_desired_state_synced_with_provider)
  const pair = { acs_credential_id: card.acs_credential_id, acs_user_id: user.acs_user_id }
  const { acs_credential: assigned } = await ask(demo, '/acs/credentials/assign', pair)

  assert.equal(assigned.is_latest_desired_state_synced_with_provider, false)
  const { acs_user: waiting } = await ask(demo, '/acs/users/get', { acs_user_id: user.acs_user_id })
  assert.equal(waiting.pending_mutations[0].mutation_code, 'updating_credential_assignment')
  const { acs_credential: free } = await ask(demo, '/acs/credentials/unassign', pair)
  assert.ok(!('acs_user_id' in free))
})

test('suspended, and no longer, while an access system has not taken it', async () => {
  const { acs_systems: systems } = await ask(demo, '/acs/systems/list')
  const salto = systems.find((each) => each.external_type === 'salto_ks_site')
  const { acs_users: users } = await ask(demo, '/acs/users/list', { acs_system_id: salto.acs_system_id })
  const id = { acs_user_id: users.find((each) => !each.is_suspended).acs_user_id }

  for (const [route, isSuspended] of [['suspend', true], ['unsuspend', false]]) {
    for (let i = 0; i < 2; i++) assert.deepEqual(await ask(demo, `/acs/users/${route}`, id), { ok: true })
    const { acs_user: user } = await ask(demo, '/acs/users/get', id)
    const [{ mutation_code: code, to }] = user.pending_mutations
    assert.equal(user.is_suspended, isSuspended)
    assert.equal(code, 'updating_suspension_state')
    assert.equal(to.is_suspended, isSuspended)
  }
  await refuse('/acs/users/suspend', {}, 400, 'invalid_input')
  await refuse('/acs/users/suspend', { acs_user_id: unknown }, 404, 'acs_user_not_found')
})

test('errors have their envelope', async () => {
  const { acs_users: users } = await ask(demo, '/acs/users/list', { limit: 40 })
  const { acs_credentials: [card] } = await ask(demo, '/acs/credentials/list', { limit: 1 })
  const { pagination } = await ask(demo, '/acs/users/list', { limit: 2 })
  const id = card.acs_credential_id
  const other = users.find((user) => user.acs_system_id !== card.acs_system_id).acs_user_id
  const sameSystem = users.find((user) => user.acs_system_id === card.acs_system_id
    && user.acs_user_id !== card.acs_user_id).acs_user_id

  await refuse('/workspaces/get', {}, 401, 'unauthorized', { key: 'seam_wrong' })
  await refuse('/acs/credentials/get', {}, 400, 'invalid_input')
  await refuse('/acs/credentials/get', { acs_credential_id: 'x' }, 400, 'invalid_input')
  await refuse('/acs/credentials/get', { acs_credential_id: unknown }, 404, 'acs_credential_not_found')
  await refuse('/acs/users/get', { acs_user_id: unknown }, 404, 'acs_user_not_found')
  await refuse('/acs/systems/get', { acs_system_id: unknown }, 404, 'acs_system_not_found')
  await refuse('/acs/users/list', { limit: 3, page_cursor: pagination.next_page_cursor }, 400,
    'mismatched_page_parameters')
  await refuse('/acs/credentials/assign', { acs_credential_id: id }, 400, 'invalid_input')
  await refuse('/acs/credentials/assign', { acs_credential_id: id, acs_user_id: other }, 400, 'invalid_input')
  await refuse('/acs/credentials/assign', { acs_credential_id: id, acs_user_id: sameSystem }, 409,
    'acs_credential_already_assigned')
  await refuse('/acs/credentials/unassign', { acs_credential_id: id, acs_user_id: sameSystem }, 409,
    'acs_credential_not_assigned_to_acs_user')
  await refuse('/acs/credentials/get', {}, 405, 'method_not_allowed', { method: 'PATCH' })
})

runTests(() => Promise.all([demo.stop(), sized.stop()]))
