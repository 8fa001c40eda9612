import { STATUS_CODES, type ServerResponse } from 'node:http'

/** The guard's own refusals: before any page is asked, so a short text in both languages instead of a page. */
export type RefusalStatus = 400 | 403 | 404 | 405 | 408 | 411 | 413 | 415 | 421 | 431 | 503

export class Refused extends Error {
  readonly status: RefusalStatus

  constructor(status: RefusalStatus) {
    super(STATUS_CODES[status])
    this.status = status
  }
}

const SENTENCES: Record<RefusalStatus, [korean: string, english: string]> = {
  400: ['보낸 내용을 읽을 수 없어요. 앞 화면으로 돌아가 다시 시도해 주세요.', 'What was sent cannot be read. Please go back and try again.'],
  403: ['이 주소에서 보낸 요청은 받을 수 없어요. 한아이의 원래 주소로 접속해 주세요. (HANAI_URL)', 'Requests from this address are not accepted. Please use the address of Hanai itself. (HANAI_URL)'],
  404: ['찾는 화면이 없어요.', 'There is no such page.'],
  405: ['받을 수 없는 방식의 요청이에요.', 'This kind of request is not accepted.'],
  408: ['보내는 데 너무 오래 걸렸어요. 다시 시도해 주세요.', 'Sending took too long. Please try again.'],
  411: ['보내는 크기를 알 수 없어요.', 'The size of what is sent must be known.'],
  413: ['보낸 내용이 너무 커요. 줄여서 다시 보내 주세요. 앞 화면으로 돌아가면 쓴 내용이 남아 있어요.', 'What was sent is too large. Please go back, where what you wrote is kept, and shorten it.'],
  415: ['받을 수 없는 형식이에요.', 'This format is not accepted.'],
  421: ['이 이름으로는 접속할 수 없어요. 한아이의 원래 주소로 접속해 주세요.', 'Hanai does not answer under this name. Please use its own address.'],
  431: ['요청 머리글이 너무 커요.', 'The request headers are too large.'],
  503: ['지금 이용하는 사람이 많아요. 잠시 뒤 다시 시도해 주세요. 앞 화면으로 돌아가면 쓴 내용이 남아 있어요.', 'Many people are using Hanai right now. Please go back, where what you wrote is kept, and try again shortly.'],
}

export function answerRefusal(response: ServerResponse, status: RefusalStatus): void {
  const [korean, english] = SENTENCES[status]
  response.statusCode = status
  if (status === 405) response.setHeader('Allow', 'GET, HEAD, POST')
  if (status === 503) response.setHeader('Retry-After', '3')
  // The rest of a refused body is not waited for.
  if (status === 413 || status === 411 || status === 400) response.setHeader('Connection', 'close')
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`${korean}\n${english}\n`)
}
