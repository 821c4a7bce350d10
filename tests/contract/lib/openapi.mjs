// SPDX-License-Identifier: GPL-3.0-or-later
// Validates requests and answers against the vendor's OpenAPI document.
import { Ajv, addFormats, openapi } from './modules.mjs'

// What the contract knows beyond the document: the guide's assign route takes and gives what the later one does.
const aliases = { '/acs/users/assign': '/acs/credentials/assign' }

// By the document these two answer with the object; by the vendor's reference and client with nothing. Both are right.
const voidRoutes = new Set(['/acs/users/assign', '/acs/credentials/assign', '/acs/credentials/unassign'])

// OpenAPI 3.0's dialect in terms of JSON Schema; objects take no members that the document doesn't name.
const translate = (schema, isOpen = false) => {
  if (Array.isArray(schema)) return schema.map((each) => translate(each, isOpen))
  if (schema === null || typeof schema !== 'object') return schema

  const result = {}
  for (const [name, value] of Object.entries(schema)) {
    if (name.startsWith('x-') || ['nullable', 'discriminator', 'deprecated', 'description', 'default'].includes(name)) {
      continue
    }
    if (name === 'properties') {
      result.properties = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, translate(each)]))
    } else if (name === 'oneOf' && isOpen) {
      // The parts of a list's request overlap ({} fits everything), so that exactly one can never be met.
      result.anyOf = translate(value, true)
    } else if (name === 'allOf') {
      result.allOf = translate(value, true)
    } else if (name === 'exclusiveMinimum' && value === true) {
      result.exclusiveMinimum = schema.minimum
    } else if (name === 'format' && value === 'float') {
      continue
    } else if (name === '$ref') {
      result.$ref = value
    } else {
      result[name] = name === 'enum' || name === 'required' ? value : translate(value)
    }
  }

  if (schema.exclusiveMinimum === true) delete result.minimum
  if (schema.nullable) {
    result.type = [result.type, 'null']
    if (result.enum) result.enum = [...result.enum, null]
  }
  if (!isOpen && (schema.properties || schema.allOf)) result.unevaluatedProperties = false

  return result
}

const ajv = new Ajv({ allErrors: true, strict: false })
addFormats(ajv)
ajv.addSchema({
  $id: 'openapi',
  components: {
    schemas: Object.fromEntries(Object.entries(openapi.components.schemas)
      .map(([name, schema]) => [name, translate(schema)])),
  },
})

const withRefs = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components'))

const envelope = ajv.compile({
  type: 'object',
  required: ['error', 'ok'],
  properties: {
    ok: { const: false },
    error: {
      type: 'object',
      required: ['type', 'message'],
      properties: {
        type: { type: 'string', pattern: '^[a-z_]+$' },
        message: { type: 'string', minLength: 1 },
        data: {},
        validation_errors: {
          type: 'object',
          properties: { _errors: { type: 'array', items: { type: 'string' } } },
          required: ['_errors'],
          additionalProperties: {
            type: 'object',
            properties: { _errors: { type: 'array', items: { type: 'string' }, minItems: 1 } },
            required: ['_errors'],
            additionalProperties: false,
          },
        },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
})

const nothing = ajv.compile({
  type: 'object', properties: { ok: { const: true } }, required: ['ok'], additionalProperties: false,
})

const compiled = new Map()

const getValidators = (route) => {
  const documented = aliases[route] ?? route
  const post = openapi.paths[documented]?.post

  if (!post) throw new Error(`${route} is not in the OpenAPI document`)
  if (!compiled.has(documented)) {
    const request = post.requestBody?.content['application/json'].schema ?? { type: 'object', properties: {} }
    const answer = post.responses['200'].content['application/json'].schema

    compiled.set(documented, {
      request: ajv.compile(withRefs(translate(request))),
      answer: ajv.compile(withRefs(translate(answer))),
    })
  }

  return compiled.get(documented)
}

const check = (validate, value, what) => {
  if (!validate(value)) {
    const problems = validate.errors.slice(0, 8).map((each) => `${each.instancePath} ${each.message} `
      + JSON.stringify(each.params))
    throw new Error(`${what} is not as the OpenAPI document has it:\n${problems.join('\n')}\n`
      + JSON.stringify(value).slice(0, 1500))
  }
}

export const checkRequest = (route, value) => check(getValidators(route).request, value, `The request to ${route}`)

export const checkAnswer = (route, value) => {
  if (voidRoutes.has(route) && nothing(value)) return
  check(getValidators(route).answer, value, `The answer of ${route}`)
  if (value.ok !== true) throw new Error(`The answer of ${route} is not ok`)
}

export const checkError = (value) => check(envelope, value, 'The error')

// All that a part of a schema may name, wherever it is nested.
const collect = (schema, members) => {
  for (const name of Object.keys(schema?.properties ?? {})) members.add(name)
  for (const kind of ['oneOf', 'anyOf', 'allOf']) for (const part of schema?.[kind] ?? []) collect(part, members)

  return members
}

// What a request to a route may and must name, and the members of its answer.
export const describeRoute = (route) => {
  const post = openapi.paths[route]?.post

  if (!post) throw new Error(`${route} is not in the OpenAPI document`)
  const request = post.requestBody?.content['application/json'].schema
  const answer = post.responses['200'].content['application/json'].schema

  return { members: collect(request, new Set()), required: request?.required ?? [], answer: answer.properties }
}

// A value for a schema, with all of its members; what may be null is, when that is asked for.
const instantiate = (schema, withNulls, name) => {
  if (schema.$ref) return instantiate(openapi.components.schemas[schema.$ref.split('/').at(-1)], withNulls, name)
  if (schema.nullable && withNulls) return null
  if (schema.oneOf) return instantiate(schema.oneOf[0], withNulls, name)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => instantiate(each, withNulls, name)))
  if (schema.enum) return schema.enum.at(-1)
  if (schema.type === 'array') {
    return (schema.items.oneOf ?? [schema.items]).map((each) => instantiate(each, withNulls, name))
  }
  if (schema.type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, each]) => [key,
      instantiate(each, withNulls, key)]))
  }
  // Of some times the document doesn't say that they are some.
  if (schema.format === 'date-time' || name.endsWith('_at')) return '2024-05-31T23:59:59.123Z'

  return { boolean: !withNulls, number: 7, string: `The ${name} of “it”\n` }[schema.type]
}

// Records of a kind: with everything in them, with nulls, and with what is required alone.
export const makeInstances = (kind) => {
  const { required } = openapi.components.schemas[kind]
  const full = instantiate(openapi.components.schemas[kind], false)
  const least = Object.fromEntries(Object.entries(full).filter(([name]) => required.includes(name)))

  return [full, instantiate(openapi.components.schemas[kind], true), least]
}
