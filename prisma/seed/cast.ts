import type { Role } from '#prisma/generated/enums.ts'
import { agencies } from './agencies.ts'

/** The people of the demo world: the seed, the tests, the sign-ins of the demo and the readme speak of the same ones. */
export interface CastMember {
  name: string
  en: string
  role: Role
  agency: string
  title: string
  titleEn: string
  email: string
  /** 담임: the class she is homeroom teacher of. */
  homeroom?: { grade: number; className: string }
}

/** For the demo alone; production knows no cast. */
export const demoPassword = 'hanai-demo-2026'

const person = (name: string, en: string, role: Role, agency: string, title: string, titleEn: string, homeroom?: CastMember['homeroom']): CastMember => ({
  name, en, role, agency, title, titleEn,
  email: `${en.toLowerCase().replaceAll(' ', '.')}@demo.example`,
  ...(homeroom && { homeroom }),
})

export const cast: readonly CastMember[] = [
  person('문다희', 'Moon Dahee', 'COORDINATOR', 'ISS', '교육복지조정자', 'Education welfare coordinator'),
  person('배온유', 'Bae Onyu', 'COORDINATOR', 'ISS', '주무관', 'Officer'),
  person('서강민', 'Seo Gangmin', 'OFFICE_LEAD', 'ISS', '센터장·장학관', 'Head of the centre'),
  person('노을기', 'Noh Eulgi', 'PRIVACY_OFFICER', 'ISS', '개인정보 보호책임자', 'Privacy officer'),
  person('하도경', 'Ha Dogyeong', 'ADMIN', 'ISS', '시스템 관리자', 'System administrator'),
  person('차시온', 'Cha Sion', 'STATISTICS_VIEWER', 'METRO', '시교육청 장학사', 'Metropolitan office, statistics'),
  person('윤채담', 'Yoon Chaedam', 'COUNSELOR', 'S3', '전문상담교사', 'School counsellor'),
  person('고은별', 'Ko Eunbyeol', 'TEACHER', 'S3', '담임교사 2-3', 'Homeroom teacher 2-3', { grade: 8, className: '3' }),
  person('남기훈', 'Nam Gihun', 'SCHOOL_LEAD', 'S3', '교감', 'Vice-principal'),
  person('조해솔', 'Cho Haesol', 'SCHOOL_LEAD', 'S3', '교장', 'Principal'),
  person('임보라', 'Lim Bora', 'COUNSELOR', 'S1', '교육복지사', 'School social worker'),
  person('한결우', 'Han Gyeolu', 'SCHOOL_LEAD', 'S1', '교감', 'Vice-principal'),
  person('오나린', 'Oh Narin', 'TEACHER', 'S1', '담임교사 4-1', 'Homeroom teacher 4-1', { grade: 4, className: '1' }),
  person('강모아', 'Kang Moa', 'COUNSELOR', 'S2', '보건교사', 'School nurse'),
  person('진서율', 'Jin Seoyul', 'SCHOOL_LEAD', 'S2', '교감', 'Vice-principal'),
  person('송가비', 'Song Gabi', 'COUNSELOR', 'S5', '전문상담교사', 'School counsellor'),
  person('권이안', 'Kwon Ian', 'SCHOOL_LEAD', 'S5', '교감', 'Vice-principal'),
  person('반소담', 'Ban Sodam', 'COUNSELOR', 'S4', '전문상담교사', 'School counsellor'),
  person('류단우', 'Ryu Danu', 'SCHOOL_LEAD', 'S4', '교감', 'Vice-principal'),
  person('정하람', 'Jung Haram', 'PARTNER_WORKER', 'D1', '맞춤형복지팀 주무관', 'Welfare team officer'),
  person('구슬아', 'Koo Seula', 'PARTNER_WORKER', 'D2', '맞춤형복지팀 주무관', 'Welfare team officer'),
  person('백지운', 'Baek Jiun', 'PARTNER_LEAD', 'GU', '희망복지팀장', 'Head of the hope welfare team'),
  person('표은호', 'Pyo Eunho', 'PARTNER_WORKER', 'GU', '아동학대전담공무원', 'Child abuse investigator'),
  person('유나솔', 'Yoo Nasol', 'PARTNER_WORKER', 'DS', '아동통합사례관리사', 'Dream Start caseworker'),
  person('마주현', 'Ma Juhyeon', 'PARTNER_WORKER', 'CPA', '상담원', 'Child protection caseworker'),
  person('안이레', 'Ahn Ire', 'PARTNER_WORKER', 'MH', '정신건강요원', 'Mental health worker'),
  person('도서진', 'Do Seojin', 'PARTNER_WORKER', 'NGO1', '사회복지사', 'Social worker'),
  person('피하윤', 'Pi Hayun', 'PARTNER_LEAD', 'NGO1', '사업팀장', 'Programme lead'),
  person('설아인', 'Seol Ain', 'PARTNER_WORKER', 'WEE', '전문상담사', 'Counsellor'),
  person('모은결', 'Mo Eungyeol', 'PARTNER_WORKER', 'LRC', '학습상담사', 'Learning coach'),
  person('방유림', 'Bang Yurim', 'PARTNER_WORKER', 'YC', '청소년동반자', 'Youth companion'),
  person('옥다경', 'Ok Dagyeong', 'PARTNER_WORKER', 'FC', '다문화 방문교육지도사', 'Visiting teacher for multicultural families'),
  person('엄지안', 'Eom Jian', 'PARTNER_WORKER', 'NGO2', '생활복지사', 'Child care worker'),
  person('우세령', 'Woo Seryeong', 'PARTNER_WORKER', 'GU2', '통합사례관리사', 'District caseworker'),
]

/** Who can sign in to the demo, for the start's last lines and the sign-in page. */
export function castSignIns() {
  return cast.map((member) => {
    const at = agencies.find((agency) => agency.key === member.agency)
    return {
      name: member.name, nameEn: member.en, role: member.role, title: member.title, titleEn: member.titleEn,
      agency: at?.shortKo ?? '', agencyEn: at?.shortEn ?? '', email: member.email, password: demoPassword,
    }
  })
}
