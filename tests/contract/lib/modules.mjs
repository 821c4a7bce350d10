// SPDX-License-Identifier: GPL-3.0-or-later
// The npm packages of these tests, from the directory that LANYARD_NODE_MODULES names.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const directory = process.env.LANYARD_NODE_MODULES

if (!directory || !existsSync(join(directory, 'node_modules', '@seamapi', 'types'))) {
  console.log('Bail out! LANYARD_NODE_MODULES must name a directory with node_modules: '
    + 'run build-aux/npm-contract DIR, and set it to DIR')
  process.exit(1)
}

const require = createRequire(join(resolve(directory), 'package.json'))

export const { openapi } = require('@seamapi/types/connect')
export const Ajv = require('ajv/dist/2019').default
export const addFormats = require('ajv-formats').default
export const loadSeam = () => require('seam')
