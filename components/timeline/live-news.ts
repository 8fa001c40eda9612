/** One entry as the live channel sends it: its place, and itself as prepared HTML. */
export interface NewsItem {
  id: string
  key: string
  day: string
  heading: string
  html: string
  /** The reader did it herself: no need to tell her. */
  own: boolean
  /** It was there before and reads differently now. */
  changed: boolean
}

export interface HeadNews {
  html: string
}
