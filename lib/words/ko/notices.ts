/** 전자우편: 학생에 관한 내용은 없고, 들어와서 보라는 말과 길만 있어요. */
export const notices = {
  subject: '[한아이] {what}',
  kind: {
    referral: {
      submitted: '새 의뢰가 왔어요',
      joined: '같은 학생의 의뢰가 하나 더 왔어요',
      asked: '의뢰에 대해 물어본 것이 있어요',
      answered: '의뢰에 대해 물어본 것에 답이 왔어요',
      passed: '학교에서 보낸 의뢰가 있어요',
      decided: '의뢰가 어떻게 되었는지 정해졌어요',
      withdrawn: '의뢰를 거두었어요',
      noticed: '학생 발견 알림이 왔어요',
    },
    case: { assigned: '함께할 사례가 있어요', 'level-asked': '위기도를 함께 확인해 주세요' },
    account: { recovery: '동료의 두 번째 확인 되찾기에 답해 주세요' },
    consent: { withdrawn: '공유 동의를 거두거나 줄인 사례가 있어요', answered: '보낸 동의서에 답이 왔어요' },
    audit: { broken: '열람 기록의 점검에서 맞지 않는 곳이 나왔어요' },
    conflict: { found: '이해관계가 확인된 사람이 있어요' },
    reading: { spent: '한 사람이 하루에 여러 사례를 열어 보았어요' },
    glass: { broken: '누가 긴급 열람으로 사례를 열어 보았어요', review: '점검할 긴급 열람이 있어요' },
    basis: { review: '다시 살펴볼 때가 지난 법적 근거가 있어요' },
    guardian: { blocked: '연락하기 전에 확인할 것이 있어요', 'unblock-asked': '두 번째 사람의 확인이 필요해요' },
    intervention: {
      proposed: '지원 부탁이 왔어요',
      answered: '부탁한 지원에 답이 왔어요',
      assigned: '맡은 지원이 있어요',
      overdue: '회신 기한이 지난 지원이 있어요',
      woken: '쉬던 지원을 다시 이을 때예요',
    },
  },
  body: '{what}.\n\n아래 주소에서 로그인하면 볼 수 있어요.\n{link}\n\n확인 번호: {reference}\n\n이 메일에는 학생의 이름이나 내용이 들어 있지 않아요. 답장은 읽을 수 없어요.\n한아이',
} as const
