// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody would do instead: page through both lists with the vendor's JavaScript client, and keep them.
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const { Seam } = createRequire(join(resolve(process.env.LANYARD_NODE_MODULES), 'package.json'))('seam')
const seam = new Seam({ apiKey: process.env.SEAM_API_KEY, endpoint: process.env.SEAM_ENDPOINT })
const resident = () => process.memoryUsage.rss() / 1e6
const before = resident()
const begun = performance.now()
const users = await seam.createPaginator(seam.acs.users.list({ limit: 500 })).flattenToArray()
const credentials = await seam.createPaginator(seam.acs.credentials.list({ limit: 500 })).flattenToArray()

console.log(`load ${performance.now() - begun}`)
console.log(`users ${users.length}`)
console.log(`credentials ${credentials.length}`)
console.log(`memory ${resident() - before}`)
