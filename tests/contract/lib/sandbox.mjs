// SPDX-License-Identifier: GPL-3.0-or-later
// The program lanyard-sandbox, running, and plain HTTP to it.
import { spawn } from 'node:child_process'

export const startSandbox = async (program, ...options) => {
  const child = spawn(program, ['0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''

  process.on('exit', () => child.kill())
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      text += data
      if (/^SEAM_API_KEY=.*\n/m.test(text)) resolve()
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`lanyard-sandbox has ended with ${code}`)))
  })

  const endpoint = /^SEAM_ENDPOINT=(.*)$/m.exec(text)[1]
  const apiKey = /^SEAM_API_KEY=(.*)$/m.exec(text)[1]

  const send = async (path, body = {}, { method = 'POST', key = apiKey, headers = {} } = {}) => {
    const hasBody = method !== 'GET'
    const answer = await fetch(endpoint + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(hasBody && { 'content-type': 'application/json' }), ...headers },
      ...(hasBody && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const answerText = await answer.text()

    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      requestId: answer.headers.get('seam-request-id'),
      text: answerText,
      get json () { return JSON.parse(answerText) },
    }
  }

  const stop = () => new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.on('exit', resolve)
    child.kill()
  })

  return { endpoint, apiKey, send, stop }
}
