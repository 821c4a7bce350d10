// SPDX-License-Identifier: GPL-3.0-or-later
// Runs tests one after the other and reports them as TAP.
const tests = []

export const test = (name, run) => tests.push({ name, run })

export const runTests = async (cleanUp) => {
  let failed = false

  console.log(`1..${tests.length}`)
  for (const [i, { name, run }] of tests.entries()) {
    try {
      await run()
      console.log(`ok ${i + 1} - ${name}`)
    } catch (error) {
      failed = true
      console.log(`not ok ${i + 1} - ${name}`)
      for (const line of `${error.stack ?? error}`.split('\n')) console.log(`# ${line}`)
    }
  }

  await cleanUp?.()
  process.exitCode = failed ? 1 : 0
}
