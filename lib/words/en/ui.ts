import type { ui as korean } from '../ko/ui.ts'
import type { SameShape } from '../shape.ts'

export const ui = {
  dday: {
    left: '{days, plural, one {in # day} other {in # days}}',
    today: 'today',
    late: '{days, plural, one {# day late} other {# days late}}',
    lateHours: '{hours, plural, one {# hour late} other {# hours late}}',
    lateMinutes: '{minutes, plural, one {# min late} other {# min late}}',
  },
  ago: {
    now: 'just now',
    minutes: '{minutes, plural, one {# minute ago} other {# minutes ago}}',
    hours: '{hours, plural, one {# hour ago} other {# hours ago}}',
    yesterday: 'yesterday',
    days: '{days, plural, one {# day ago} other {# days ago}}',
  },
  day: {
    today: 'Today · {day}',
    yesterday: 'Yesterday · {day}',
  },
  form: {
    summary: 'Some things need another look',
    sending: 'Sending…',
    optional: 'optional',
    failed: 'This could not be sent. What you typed is still here: check the connection and press once more.',
  },
  pager: {
    label: 'Pages',
    newer: 'Newer',
    older: 'Older',
    first: 'Back to the start',
  },
  chart: {
    asTable: 'Show the numbers',
    total: 'Total',
  },
  close: 'Close',
  print: 'Print',
  cancel: 'Cancel',
  back: 'Back',
  more: 'Show more',
} satisfies SameShape<typeof korean>
