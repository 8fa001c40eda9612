/** Where it went on to, or what was said instead; nothing at all when the connection was lost. */
export interface SendAnswer {
  path?: string
  said?: string
  stopped?: true
}

/** Sends a form with files and tells how much of it has gone: what `fetch` cannot say. */
export function sendForm(address: string, data: FormData, tell: (share: number) => void): { answer: Promise<SendAnswer>; stop: () => void } {
  const request = new XMLHttpRequest()
  const answer = new Promise<SendAnswer>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(answerOf(request)))
    request.addEventListener('error', () => resolve({}))
    request.addEventListener('abort', () => resolve({ stopped: true }))
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.send(data)
  })
  return { answer, stop: () => request.abort() }
}

function answerOf(request: XMLHttpRequest): SendAnswer {
  const type = request.getResponseHeader('content-type') ?? ''
  if (type.startsWith('application/json')) return JSON.parse(request.responseText) as SendAnswer
  // The server's own guard speaks plain text, in both languages
  return type.startsWith('text/plain') && request.responseText.length < 500 ? { said: request.responseText } : {}
}
