export const people = {
  role: {
    TEACHER: '교사',
    COUNSELOR: '학교 전문 인력',
    SCHOOL_LEAD: '학교 관리자',
    COORDINATOR: '센터 조정자',
    OFFICE_LEAD: '센터장',
    PARTNER_WORKER: '협력기관 담당자',
    PARTNER_LEAD: '협력기관 관리자',
    STATISTICS_VIEWER: '통계 열람자',
    PRIVACY_OFFICER: '개인정보 보호책임자',
    ADMIN: '시스템 관리자',
  },
  me: '나',
} as const
