import type { interventions as korean } from '../ko/interventions.ts'
import type { SameShape } from '../shape.ts'

/** Support: which agency was asked for what, and how it goes. */
export const interventions = {
  state: {
    PROPOSED: 'Awaiting an answer', ACCEPTED: 'Getting ready', ACTIVE: 'Under way', PAUSED: 'Paused', COMPLETED: 'Completed', DISCONTINUED: 'Stopped', DECLINED: 'Declined',
  },
  declineCode: {
    NO_CAPACITY: 'no capacity', NOT_ELIGIBLE: 'not eligible', OUT_OF_AREA: 'out of our area', CANNOT_REACH: 'the family cannot be reached',
    CONSENT_MISSING: 'a consent is missing', WRONG_SERVICE: 'another service would fit', FAMILY_DECLINED: 'the student or family declined',
    SERVICE_UNAVAILABLE: 'the service is not offered at present',
  },
  result: { ACHIEVED: 'achieved', PARTLY: 'partly achieved', NOT_ACHIEVED: 'not achieved' },
  endReason: {
    FAMILY_STOPPED: 'the student or family wishes to stop', CANNOT_REACH: 'lost contact', NOT_HELPING: 'it did not help', REPLACED: 'replaced by other support',
    MOVED: 'moved away', CONSENT_ENDED: 'the consent or lawful basis ended', SERVICE_ENDED: 'the agency’s programme ended', WITHDRAWN: 'the request was withdrawn', OTHER: 'another reason',
  },
  attendance: { ATTENDED: 'Came', LATE: 'Came late', ABSENT_NOTICE: 'Absent with notice', NO_SHOW: 'Did not come', CANCELLED: 'We cancelled' },
  response: { GOOD: 'Took part well', MIXED: 'So-so', POOR: 'Found it hard' },
  refusal: {
    faster: '{name} was faster. What you typed is still here: open the page again and look.',
    leadProposes: 'Other agencies are asked by the lead of the case. Please tell the lead.',
    notOffered: 'This agency does not offer the chosen service. Choose another agency or service.',
    notOfAgency: 'This person does not work at the agency. Choose again.',
    noGround: 'There is no consent or lawful basis for {agency} yet, so it cannot be asked. Record the consent first.',
    groundElsewhere: 'The consent or lawful basis for {agency} does not reach this domain. Change the domain, or ask for more consent.',
    groundEnded: 'There is no consent or lawful basis at present, so the case cannot be opened to you. Tell the person who asked.',
    conflicted: 'This person cannot work with this student. Choose somebody else.',
    samePerson: 'This person has it already.',
    notSeen: 'A student who was not met cannot have been seen. Please correct one of the two.',
    wakesLater: 'Choose tomorrow or a later day.',
  },
  obstacle: {
    elsewhere: {
      accept: 'The agency that was asked answers this.',
      decline: 'The agency that was asked answers this.',
      withdraw: 'Whoever asked, or the lead, can withdraw it. If you cannot take it on, answer so.',
      assign: 'The agency that was asked says who it is.',
      session: 'The agency that gives the support records this.',
      pause: 'The agency that gives the support or the lead can do this.',
      resume: 'The agency that gives the support or the lead can do this.',
      complete: 'The agency that gives the support or the lead can do this.',
      discontinue: 'The agency that gives the support, whoever asked, or the lead can do this.',
    },
  },
} satisfies SameShape<typeof korean>
