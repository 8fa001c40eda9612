import type { notices as korean } from '../ko/notices.ts'
import type { SameShape } from '../shape.ts'

/** E-mails: nothing of any student, only that there is something to look at, and where. */
export const notices = {
  subject: '[Hanai] {what}',
  kind: {
    referral: {
      submitted: 'A new referral has come in',
      joined: 'Another referral for the same student has come in',
      asked: 'There is a question about your referral',
      answered: 'Your question about a referral was answered',
      passed: 'A school has passed a referral on',
      decided: 'Your referral has been decided',
      withdrawn: 'A referral was withdrawn',
      noticed: 'A notice of concern has come in',
    },
    case: { assigned: 'There is a case for you to work on', 'level-asked': 'A level waits for a second person' },
    account: { recovery: 'A colleague needs your word to recover her second factor' },
    consent: { withdrawn: 'A consent to sharing was withdrawn or narrowed', answered: 'A consent form you sent was answered', renew: 'A consent to sharing ends soon' },
    audit: { broken: 'The check of the access record found something that does not hold' },
    conflict: { found: 'A conflict of interest was found' },
    reading: { spent: 'One person opened many cases in a day' },
    glass: { broken: 'Somebody read a case by break-glass', review: 'A break-glass waits for its review' },
    sealed: { 'reporter-asked': 'A request waits for you', 'reporter-answered': 'Your request was answered', 'reader-asked': 'A request waits for you', 'reader-answered': 'Your request was answered' },
    basis: { review: 'A lawful basis is due to be looked at again' },
    guardian: { blocked: 'There is something to check before you call home', 'unblock-asked': 'A second person is needed' },
    retention: { asked: 'A destruction waits for you to agree' },
    export: { asked: 'An export waits for you to agree', decided: 'Your export was answered' },
    people: {
      asked: 'A request about a role or an approval waits for you',
      decided: 'Your request about a role or an approval was decided',
      ownerless: 'Some work is nobody’s; please hand it on now',
      ending: 'Your approval or training ends soon or has ended',
      'ending-here': 'Approvals or trainings of your colleagues end soon',
      dormant: 'An account long unused will be suspended; sign in to keep it',
      suspended: 'An account long unused was suspended',
    },
    intervention: {
      proposed: 'You are asked for support',
      answered: 'Your request for support was answered',
      assigned: 'There is support for you to give',
      overdue: 'A request for support is overdue',
      woken: 'Paused support goes on',
    },
  },
  body: '{what}.\n\nSign in to see it:\n{link}\n\nReference: {reference}\n\nThis message holds no student’s name or details. Replies are not read.\nHanai',
} satisfies SameShape<typeof korean>
