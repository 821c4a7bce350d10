// SPDX-License-Identifier: GPL-3.0-or-later
// The vendor's own JavaScript client, which nobody here wrote, gets along with the sandbox.
import assert from 'node:assert/strict'
import { loadSeam } from './lib/modules.mjs'
import { startSandbox } from './lib/sandbox.mjs'
import { runTests, test } from './lib/tap.mjs'

const [program] = process.argv.slice(2)
const { Seam } = loadSeam()
const demo = await startSandbox(program)
const sized = await startSandbox(program, '--users', '1200', '--credentials', '100')
const seam = new Seam({ apiKey: demo.apiKey, endpoint: demo.endpoint })

test('the workspace and its systems', async () => {
  assert.equal((await seam.workspaces.get()).name, 'Aurora Demo')
  assert.deepEqual((await seam.acs.systems.list()).map((system) => system.name),
    ['Hotel Aurora', 'Northlight Office', 'Harbor Lofts'])
})

test('users', async () => {
  const users = await seam.acs.users.list()
  const [ada] = await seam.acs.users.list({ search: 'Ada Okafor' })

  assert.equal(users.length, 62)
  assert.equal(ada.full_name, 'Ada Okafor')
  assert.deepEqual(await seam.acs.users.get({ acs_user_id: ada.acs_user_id }), ada)
})

test('pages', async () => {
  const client = new Seam({ apiKey: sized.apiKey, endpoint: sized.endpoint })
  // This client sends a cursor only where there were parameters.
  const users = await client.createPaginator(client.acs.users.list({ limit: 500 })).flattenToArray()

  assert.equal(users.length, 1200)
  assert.equal(new Set(users.map((user) => user.acs_user_id)).size, 1200)
})

test('a credential and what it opens', async () => {
  const [ada] = await seam.acs.users.list({ search: 'Ada Okafor' })
  const held = await seam.acs.credentials.list({ acs_user_id: ada.acs_user_id })
  const [card] = held.filter((each) => each.display_name === 'Card 82****')
  const entrances = await seam.acs.credentials.listAccessibleEntrances({ acs_credential_id: card.acs_credential_id })

  assert.ok(held.length > 1)
  assert.ok(entrances.some((each) => each.display_name === 'Lobby Entrance'))
})

test('assign and unassign', async () => {
  const [ada] = await seam.acs.users.list({ search: 'Ada Okafor' })
  const cards = await seam.acs.credentials.list({ acs_system_id: ada.acs_system_id })
  const { acs_credential_id: id } = cards.find((each) => !each.acs_user_id)
  const pair = { acs_credential_id: id, acs_user_id: ada.acs_user_id }
  const getHolder = async () => (await seam.acs.credentials.get({ acs_credential_id: id })).acs_user_id

  await seam.acs.credentials.assign(pair)
  assert.equal(await getHolder(), ada.acs_user_id)
  await seam.acs.credentials.unassign(pair)
  assert.equal(await getHolder(), undefined)
})

test('errors are understood', async () => {
  await assert.rejects(seam.acs.users.get({ acs_user_id: '398d80b7-3f96-47c2-b85a-6f8ba21d07be' }),
    (error) => error.code === 'acs_user_not_found' && error.statusCode === 404 && Boolean(error.requestId))
  await assert.rejects(seam.acs.credentials.assign({ acs_credential_id: 'nonsense' }),
    (error) => error.code === 'invalid_input'
      && error.getValidationErrorMessages('acs_credential_id').includes('Invalid uuid'))

  const stranger = new Seam({ apiKey: 'seam_wrong_key', endpoint: demo.endpoint })
  await assert.rejects(stranger.workspaces.get(), (error) => error.code === 'unauthorized')
})

test('a personal access token with its workspace', async () => {
  const { workspace_id: workspaceId } = await seam.workspaces.get()
  const personalAccessToken = 'seam_at1_token_of_a_person'

  await demo.send('/_sandbox/config', { key: personalAccessToken })
  const person = new Seam({ personalAccessToken, workspaceId, endpoint: demo.endpoint })
  assert.equal((await person.acs.systems.list()).length, 3)
})

runTests(() => Promise.all([demo.stop(), sized.stop()]))
