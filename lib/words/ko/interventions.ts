/** 지원: 어느 기관에 무엇을 부탁했고, 어떻게 되어 가는지. */
export const interventions = {
  state: {
    PROPOSED: '회신 대기', ACCEPTED: '시작 준비', ACTIVE: '진행 중', PAUSED: '쉬는 중', COMPLETED: '마침', DISCONTINUED: '멈춤', DECLINED: '맡기 어려움',
  },
  declineCode: {
    NO_CAPACITY: '자리가 없어요', NOT_ELIGIBLE: '대상 기준에 맞지 않아요', OUT_OF_AREA: '우리 지역이 아니에요', CANNOT_REACH: '연락이 닿지 않아요',
    CONSENT_MISSING: '필요한 동의가 없어요', WRONG_SERVICE: '다른 서비스가 맞아요', FAMILY_DECLINED: '학생이나 보호자가 원하지 않아요',
    SERVICE_UNAVAILABLE: '지금은 하지 않는 서비스예요',
  },
  result: { ACHIEVED: '목표를 이뤘어요', PARTLY: '일부 이뤘어요', NOT_ACHIEVED: '이루지 못했어요' },
  endReason: {
    FAMILY_STOPPED: '학생이나 보호자가 그만두길 원해요', CANNOT_REACH: '연락이 끊겼어요', NOT_HELPING: '도움이 되지 않았어요', REPLACED: '다른 지원으로 바꿨어요',
    MOVED: '전출하거나 이사했어요', CONSENT_ENDED: '동의나 법적 근거가 끝났어요', SERVICE_ENDED: '기관의 사업이 끝났어요', WITHDRAWN: '부탁을 거두었어요', OTHER: '그 밖의 이유',
  },
  attendance: { ATTENDED: '왔어요', LATE: '늦게 왔어요', ABSENT_NOTICE: '미리 알리고 못 왔어요', NO_SHOW: '연락 없이 안 왔어요', CANCELLED: '우리가 취소했어요' },
  response: { GOOD: '잘 참여했어요', MIXED: '그저 그랬어요', POOR: '힘들어했어요' },
  refusal: {
    faster: '{name} 님이 먼저 처리했어요. 적은 내용은 그대로 있으니, 새로 열어 확인해 주세요.',
    leadProposes: '다른 기관에는 이 사례의 주담당이 부탁할 수 있어요. 주담당에게 말해 주세요.',
    notOffered: '이 기관은 고른 서비스를 하지 않아요. 기관이나 서비스를 다시 골라 주세요.',
    notOfAgency: '이 기관에서 일하는 분이 아니에요. 다시 골라 주세요.',
    noGround: '{agency}에는 아직 동의나 법적 근거가 없어서 부탁할 수 없어요. 먼저 동의를 기록해 주세요.',
    groundElsewhere: '{agency}에 대한 동의나 법적 근거가 이 영역까지 닿지 않아요. 영역을 바꾸거나 동의를 더 받아 주세요.',
    groundEnded: '동의나 법적 근거가 지금은 없어서 사례를 볼 수 없어요. 부탁한 분께 알려 주세요.',
    conflicted: '이 분은 이 학생을 맡을 수 없어요. 다른 분을 골라 주세요.',
    samePerson: '이미 이 분이 맡고 있어요.',
    notSeen: '만나지 못했다면 직접 볼 수 없어요. 둘 중 하나를 고쳐 주세요.',
    wakesLater: '내일이나 그 뒤의 날짜를 골라 주세요.',
  },
  obstacle: {
    elsewhere: {
      accept: '부탁받은 기관에서 답할 수 있어요.',
      decline: '부탁받은 기관에서 답할 수 있어요.',
      withdraw: '부탁한 분이나 주담당이 거둘 수 있어요. 맡기 어렵다면 그렇게 답해 주세요.',
      assign: '부탁받은 기관에서 담당자를 정할 수 있어요.',
      session: '지원하는 기관에서 기록할 수 있어요.',
      pause: '지원하는 기관이나 주담당이 할 수 있어요.',
      resume: '지원하는 기관이나 주담당이 할 수 있어요.',
      complete: '지원하는 기관이나 주담당이 할 수 있어요.',
      discontinue: '지원하는 기관, 부탁한 분, 주담당이 할 수 있어요.',
    },
  },
} as const
