// What the page tells of this registry, asked of this service as anybody may ask, and of nobody else.
const api = new URL('../api/v1/', document.currentScript.src)

async function asked(path, accept = 'application/json') {
  const answer = await fetch(new URL(path, api), { headers: { Accept: accept } })
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`)
  }
  return accept === 'application/json' ? answer.json() : answer.text()
}

async function count(figure) {
  const { total } = await asked(`${figure.dataset.list}limit=1&count=true`)
  figure.textContent = total.toLocaleString(document.documentElement.lang)
}

async function drawLineage(figure) {
  const { items } = await asked('mergers?status=effective&sort=-effectiveOn&limit=1')
  if (items.length === 0) {
    return
  }
  const { slug, name } = items[0].result
  const chart = await asked(`clusters/${slug}/lineage`, 'text/vnd.mermaid')
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark ? 'dark' : 'neutral' })
  const { svg } = await mermaid.render('drawing', chart)
  figure.querySelector('div').innerHTML = svg
  figure.querySelector('figcaption').textContent = `What became ${name}, and when: /api/v1/clusters/${slug}/lineage`
  figure.hidden = false
}

// Each shows itself when it is there; the page is whole without.
Promise.all([...document.querySelectorAll('[data-list]')].map(count))
  .then(() => { document.querySelector('dl').hidden = false }, console.warn)
drawLineage(document.querySelector('figure')).catch(console.warn)
