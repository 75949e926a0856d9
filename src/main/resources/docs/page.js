// What the page shows. It asks this service and nobody else: no fonts, no measuring, no proxy, no assistant.
fetch(new URL('../openapi?format=json', document.baseURI))
  .then((answer) => answer.json())
  .then((api) => {
    addSamples(api, new URL('..', document.baseURI).href.replace(/\/$/, ''))
    Scalar.createApiReference('#reference', {
      content: api,
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true, hideAddApi: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
      hideClientButton: true,
      defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
      featuredClients: ['shell/curl', 'js/fetch', 'python/requests', 'java/nethttp'],
    })
  })
