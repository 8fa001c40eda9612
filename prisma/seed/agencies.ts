import type { AgencyKind } from '#prisma/generated/enums.ts'

/** The bodies of the demo world; all invented. `key` is how the seed and the tests speak of them. */
export interface SeedAgency {
  key: string
  kind: AgencyKind
  ko: string
  en: string
  shortKo: string
  shortEn: string
}

const agency = (key: string, kind: AgencyKind, ko: string, en: string, shortKo: string, shortEn: string): SeedAgency => ({ key, kind, ko, en, shortKo, shortEn })

export const office = { code: 'GAON', ko: '광주가온교육지원청', en: 'Gaon District Office of Education', region: 'GWANGJU' }

export const agencies: readonly SeedAgency[] = [
  agency('ISS', 'ISS_CENTER', '광주가온교육지원청 학생맞춤통합지원센터', 'Gaon District Integrated Student Support Centre', '가온통합지원센터', 'Gaon Support Centre'),
  agency('METRO', 'METRO_OFFICE', '시교육청 학생지원과', 'Metropolitan Office of Education, student support', '시교육청', 'Metro Office'),
  agency('S1', 'SCHOOL', '가람솔초등학교', 'Garamsol Elementary School', '가람솔초', 'Garamsol Elementary'),
  agency('S2', 'SCHOOL', '다온누리초등학교', 'Daonnuri Elementary School', '다온누리초', 'Daonnuri Elementary'),
  agency('S3', 'SCHOOL', '라온들중학교', 'Raondeul Middle School', '라온들중', 'Raondeul Middle'),
  agency('S4', 'SCHOOL', '해든결중학교', 'Haedeungyeol Middle School', '해든결중', 'Haedeungyeol Middle'),
  agency('S5', 'SCHOOL', '윤슬빛고등학교', 'Yunseulbit High School', '윤슬빛고', 'Yunseulbit High'),
  agency('WEE', 'WEE_CENTER', '가온Wee센터', 'Gaon Wee Centre', '가온Wee센터', 'Gaon Wee Centre'),
  agency('LRC', 'LEARNING_CLINIC', '가온학습종합클리닉센터', 'Gaon Learning Clinic', '가온학습클리닉', 'Gaon Learning Clinic'),
  agency('GU', 'DISTRICT', '한들구청 희망복지과', 'Handeul District Office, welfare division', '한들구청', 'Handeul District'),
  agency('GU2', 'DISTRICT', '새별구청 복지정책과', 'Saebyeol District Office, welfare division', '새별구청', 'Saebyeol District'),
  agency('D1', 'DONG_CENTER', '나래동 행정복지센터 맞춤형복지팀', 'Narae-dong welfare team', '나래동 복지팀', 'Narae-dong team'),
  agency('D2', 'DONG_CENTER', '마루동 행정복지센터 맞춤형복지팀', 'Maru-dong welfare team', '마루동 복지팀', 'Maru-dong team'),
  agency('DS', 'DREAM_START', '한들 드림스타트', 'Handeul Dream Start', '한들 드림스타트', 'Handeul Dream Start'),
  agency('CPA', 'CHILD_PROTECT', '새움아동보호전문기관', 'Saeum Child Protection Agency', '새움아보전', 'Saeum Child Protection'),
  agency('MH', 'MENTAL_HEALTH', '다독정신건강복지센터', 'Dadok Mental Health Centre', '다독정신건강센터', 'Dadok Mental Health'),
  agency('YC', 'YOUTH_COUNSEL', '푸른숲청소년상담복지센터', 'Pureunsup Youth Counselling Centre', '푸른숲상담센터', 'Pureunsup Youth'),
  agency('FC', 'FAMILY_CENTER', '이음가족센터', 'Ieum Family Centre', '이음가족센터', 'Ieum Family Centre'),
  agency('NGO1', 'NGO', '한걸음나눔재단', 'Hangeoreum Sharing Foundation', '한걸음나눔재단', 'Hangeoreum Foundation'),
  agency('NGO2', 'CHILD_CENTER', '온기지역아동센터', 'Ongi Community Child Centre', '온기지역아동센터', 'Ongi Child Centre'),
]
