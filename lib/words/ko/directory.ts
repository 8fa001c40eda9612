/** 자원·기관: 어떤 도움이 있고 누가 하는지. */
export const directory = {
  title: '자원·기관',
  sub: '어떤 도움이 있고 어디에서 하는지 찾아봐요.',
  search: { label: '이름이나 기관으로 찾기', placeholder: '예: 급식, 상담, 드림스타트', domain: '어려움', everyDomain: '모든 어려움', kind: '기관 종류', everyKind: '모든 기관', stage: '단계', everyStage: '모든 단계', submit: '찾기', clear: '모두 보기' },
  stage: { '1': '학교에서', '2': '교육지원청에서', '3': '지역사회에서' },
  found: '서비스 {count, number}가지',
  service: '서비스', forWhom: '누구에게', unit: '단위', duration: '기간', givers: '하는 곳', domains: '어려움',
  noGiver: '이 지역에 등록된 곳이 없어요',
  agencies: '기관', agenciesNote: '전화번호와 지금 맡고 있는 일의 수예요. 5건보다 적으면 가려요.',
  open: '맡고 있는 일', phone: '전화', sharing: '학생 정보를 나누려면',
  inside: '법에 따라 함께 봐요', outside: '동의나 법적 근거 필요',
  emptyTitle: '찾는 서비스가 없어요', emptyText: '낱말을 줄이거나 다른 조건으로 찾아보세요.',
  korean: '내용은 한국어로 적혀 있어요.',
} as const
