// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody would do instead: assign credential after credential with the vendor's JavaScript client.
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const { Seam } = createRequire(join(resolve(process.env.LANYARD_NODE_MODULES), 'package.json'))('seam')
const seam = new Seam({ apiKey: process.env.SEAM_API_KEY, endpoint: process.env.SEAM_ENDPOINT })
const wanted = Number(process.argv[2])
const users = await seam.createPaginator(seam.acs.users.list({ limit: 500 })).flattenToArray()
const credentials = await seam.createPaginator(seam.acs.credentials.list({ limit: 500 })).flattenToArray()
const userOf = new Map(users.map(user => [user.acs_system_id, user.acs_user_id]))
const free = credentials.filter(credential => !credential.acs_user_id && !credential.user_identity_id).slice(0, wanted)
const begun = performance.now()

for (const credential of free)
  await seam.acs.credentials.assign({
    acs_credential_id: credential.acs_credential_id,
    acs_user_id: userOf.get(credential.acs_system_id),
  })

console.log(`batch ${performance.now() - begun}`)
console.log(`changes ${free.length}`)
