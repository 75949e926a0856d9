// How each operation is called from TypeScript, which what shows the document cannot say by itself: with the types of
// openapi-typescript and the calls of openapi-fetch. ci/clients compiles them all.
function addSamples(api, base) {
  const resolve = (part) => (part.$ref ? part.$ref.slice(2).split('/').reduce((at, name) => at[name], api) : part)
  const example = (part) => part.example ?? part.examples?.[0] ?? (part.schema && example(resolve(part.schema)))
  const text = (value) => JSON.stringify(value, null, 2).replace(/"([A-Za-z_]\w*)":/g, '$1:')
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of ['get', 'post', 'patch', 'delete'].filter((one) => item[one])) {
      const operation = item[method]
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve)
      const asked = {}
      for (const one of parameters.filter((one) => one.required)) {
        asked[one.in] = { ...asked[one.in], [one.name]: example(one) ?? '' }
      }
      const options = {}
      if (Object.keys(asked).length) options.params = asked
      const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
      if (body) {
        options.body = example(body)
        if (type !== 'application/json') options.headers = { 'Content-Type': type }
      }
      const answers = Object.keys(resolve(operation.responses['200'] ?? {}).content ?? {})
      if (answers.length && !answers.some((one) => one.endsWith('json') && !one.endsWith('ndjson'))) options.parseAs = 'text'
      let told = Object.keys(options).length ? `, ${text(options)}` : ''
      // openapi-fetch would send a text as JSON
      if (type?.startsWith('text/')) told = told.replace(/\n}$/, ',\n  bodySerializer: (body) => body\n}')
      operation['x-codeSamples'] = [{
        lang: 'typescript',
        label: 'TypeScript',
        source: `// npx openapi-typescript ${base}/openapi -o grappe.d.ts --default-non-nullable=false
import createClient from 'openapi-fetch'
import type { paths } from './grappe.d.ts'

const grappe = createClient<paths>({ baseUrl: '${base}', headers: { Authorization: 'Bearer …' } })
const { data, error } = await grappe.${method.toUpperCase()}('${path}'${told})
`,
      }]
    }
  }
}
