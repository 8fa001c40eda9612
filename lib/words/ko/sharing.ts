/** 동의와 법적 근거: 누구에게, 무엇을, 언제까지. */
export const sharing = {
  basisKind: {
    CHILD_ABUSE: '아동학대 신고·보호',
    EMERGENCY_WELFARE: '긴급복지 지원',
    URGENT_RISK: '생명·신체의 급박한 위험',
    SCHOOL_VIOLENCE: '학교폭력 분리·접촉 금지',
    OTHER_LAW: '그 밖의 법',
  },
  refusal: {
    insideCircle: '이 기관은 법에 따라 함께 볼 수 있는 기관이라 따로 동의가 필요하지 않아요. 팀에 더하면 바로 함께할 수 있어요.',
    farFrom: '시작하는 날은 오늘에서 1년 안으로 골라 주세요.',
    tooLong: '{days, number}일 안에서 끝나는 날을 골라 주세요.',
    nothingToWithdraw: '거둘 동의가 없어요. 이미 거두었거나 새 답으로 바뀌었어요.',
    kindNotInUse: '지금은 쓰지 않는 근거예요. 다른 근거를 골라 주세요.',
  },
} as const
