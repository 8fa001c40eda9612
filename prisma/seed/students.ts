import type pg from 'pg'
import { newId } from '#lib/core/id.ts'
import { gramsOf, initialsOf } from '#lib/students/spelling.ts'
import type { Ground } from './bootstrap.ts'

/** The children of the demo world; all invented. Grades run 1–12: 7 is 중1, 10 is 고1. */
export interface SeedStudent {
  name: string
  en: string
  school: string
  grade: number
  className: string
  number: number
  sex: 'F' | 'M'
  born: string
  dong: string
  guardian: { name: string; relation: 'mother' | 'father' | 'grandmother' | 'relative'; language?: string }
}

const child = (name: string, school: string, grade: number, className: string, number: number, sex: 'F' | 'M', born: string, dong: string, guardian: SeedStudent['guardian'], en: string): SeedStudent =>
  ({ name, school, grade, className, number, sex, born, dong, guardian, en })

export const students: readonly SeedStudent[] = [
  child('서지우', 'S3', 8, '3', 11, 'F', '2012-05-14', '나래동', { name: '홍미라', relation: 'mother' }, 'Seo Jiwoo'),
  child('김도율', 'S1', 4, '1', 4, 'M', '2016-09-02', '마루동', { name: '김상록', relation: 'father' }, 'Kim Doyul'),
  child('박이든', 'S2', 6, '2', 12, 'M', '2014-07-21', '나래동', { name: '박성무', relation: 'father' }, 'Park Ideun'),
  child('응우옌하린', 'S3', 7, '1', 18, 'F', '2013-03-30', '마루동', { name: '응우옌티란', relation: 'mother', language: 'vi' }, 'Nguyen Ha-rin'),
  child('이준서', 'S4', 9, '4', 15, 'M', '2011-11-08', '나래동', { name: '이광표', relation: 'father' }, 'Lee Junseo'),
  child('한새봄', 'S1', 2, '3', 20, 'F', '2018-04-17', '마루동', { name: '한옥분', relation: 'grandmother' }, 'Han Saebom'),
  child('최나을', 'S5', 10, '5', 22, 'F', '2010-08-25', '다솔동', { name: '최명진', relation: 'father' }, 'Choi Naeul'),
  child('탁재윤', 'S4', 8, '2', 24, 'M', '2012-01-19', '가람동', { name: '신여울', relation: 'mother' }, 'Tak Jaeyun'),
  child('오단비', 'S2', 5, '1', 13, 'F', '2015-10-05', '나래동', { name: '장세린', relation: 'mother' }, 'Oh Danbi'),
  child('장우림', 'S3', 7, '4', 21, 'M', '2013-06-11', '나래동', { name: '장태석', relation: 'father' }, 'Jang Urim'),
  child('서라희', 'S2', 3, '2', 8, 'F', '2017-02-27', '라온동', { name: '지은솔', relation: 'mother' }, 'Seo Rahee'),
  child('서라민', 'S4', 8, '5', 9, 'M', '2012-12-03', '라온동', { name: '지은솔', relation: 'mother' }, 'Seo Ramin'),
  child('민서하', 'S5', 11, '2', 7, 'F', '2009-09-16', '다솔동', { name: '구정림', relation: 'mother' }, 'Min Seoha'),
  child('배라율', 'S1', 6, '1', 6, 'M', '2014-03-08', '가람동', { name: '배한길', relation: 'father' }, 'Bae Rayul'),
  child('차유빈', 'S3', 7, '2', 23, 'M', '2013-12-22', '마루동', { name: '차인수', relation: 'father' }, 'Cha Yubin'),
  child('문시우', 'S1', 1, '2', 5, 'M', '2019-05-29', '보듬동', { name: '문가연', relation: 'mother' }, 'Moon Siwoo'),
  child('노아린', 'S4', 9, '1', 3, 'F', '2011-04-02', '보듬동', { name: '노종현', relation: 'father' }, 'Noh Arin'),
  child('유채원', 'S5', 10, '1', 16, 'M', '2010-02-13', '가람동', { name: '유미정', relation: 'mother' }, 'Yoo Chaewon'),
  child('도시윤', 'S2', 5, '3', 2, 'M', '2015-08-08', '보듬동', { name: '도해경', relation: 'mother' }, 'Do Siyun'),
  child('마유진', 'S4', 8, '3', 5, 'F', '2012-10-31', '가람동', { name: '마동재', relation: 'father' }, 'Ma Yujin'),
  // Children whose referrals still wait for a decision, and classmates, so that a search finds more than one.
  child('서지안', 'S3', 8, '3', 12, 'M', '2012-03-03', '다솔동', { name: '서현국', relation: 'father' }, 'Seo Jian'),
  child('김지우', 'S3', 8, '1', 2, 'F', '2012-07-07', '나래동', { name: '김이랑', relation: 'mother' }, 'Kim Jiwoo'),
  child('박이슬', 'S2', 6, '2', 13, 'F', '2014-11-25', '나래동', { name: '박두리', relation: 'father' }, 'Park Iseul'),
  child('박이레', 'S2', 4, '1', 10, 'F', '2016-06-06', '라온동', { name: '박나무', relation: 'mother' }, 'Park Ire'),
  child('김도윤', 'S1', 4, '1', 5, 'M', '2016-01-15', '마루동', { name: '김새롬', relation: 'mother' }, 'Kim Doyun'),
  child('하은결', 'S1', 3, '2', 17, 'F', '2017-10-11', '마루동', { name: '하정모', relation: 'father' }, 'Ha Eungyeol'),
  child('문라온', 'S2', 5, '2', 9, 'M', '2015-04-26', '라온동', { name: '문채영', relation: 'mother' }, 'Moon Raon'),
  child('차예담', 'S4', 7, '3', 19, 'F', '2013-09-09', '가람동', { name: '차미르', relation: 'mother' }, 'Cha Yedam'),
  child('나겨울', 'S5', 10, '3', 14, 'F', '2010-12-21', '다솔동', { name: '나도훈', relation: 'father' }, 'Na Gyeoul'),
  // Children of whom nobody worries yet: whoever tries the demo refers these.
  child('노다정', 'S3', 8, '3', 14, 'F', '2012-08-16', '나래동', { name: '노한별', relation: 'mother' }, 'Noh Dajeong'),
  child('설바다', 'S3', 9, '2', 20, 'M', '2011-06-30', '마루동', { name: '설윤하', relation: 'mother' }, 'Seol Bada'),
  child('안새늘', 'S1', 4, '1', 11, 'M', '2016-11-19', '마루동', { name: '안희재', relation: 'father' }, 'Ahn Saeneul'),
  child('양보름', 'S2', 5, '1', 15, 'F', '2015-02-19', '나래동', { name: '양은재', relation: 'mother' }, 'Yang Boreum'),
  child('고다온', 'S2', 6, '3', 1, 'M', '2014-10-10', '나래동', { name: '고운솔', relation: 'father' }, 'Ko Daon'),
  child('민가온', 'S4', 9, '2', 8, 'F', '2011-01-23', '라온동', { name: '민하람', relation: 'mother' }, 'Min Gaon'),
  child('허다솜', 'S5', 11, '4', 26, 'F', '2009-07-05', '다솔동', { name: '허진우', relation: 'father' }, 'Heo Dasom'),
]

/** Pupils of the last class of earlier years: gone from the roster, while what was written of them is kept until its time is over. */
export const graduates: readonly SeedStudent[] = [
  child('설은재', 'S5', 12, '2', 11, 'F', '2006-06-15', '가람동', { name: '설가온', relation: 'mother' }, 'Seol Eunjae'),
  child('방도하', 'S5', 12, '4', 8, 'M', '2007-10-04', '다솔동', { name: '방말순', relation: 'grandmother' }, 'Bang Doha'),
  child('석다윤', 'S5', 12, '1', 13, 'F', '2007-05-20', '보듬동', { name: '석무진', relation: 'father' }, 'Seok Dayun'),
  child('추하람', 'S5', 12, '3', 27, 'M', '2007-12-01', '마루동', { name: '추은빛', relation: 'mother' }, 'Chu Haram'),
]

/** Writes the children and their guardians as the owner: what a roster import brings on the first day. */
export async function addStudents(owner: pg.Client, ground: Ground, roster = students) {
  const studentIds: Record<string, string> = {}
  const guardianIds: Record<string, string> = {}
  // Brothers and sisters have the same ones.
  const guardians = new Map<string, string>()
  for (const [place, s] of roster.entries()) {
    const index = roster === students ? place : students.length + place
    const id = (studentIds[s.name] = newId())
    const known = guardians.get(s.guardian.name)
    const guardian = (guardianIds[s.name] = known ?? newId())
    guardians.set(s.guardian.name, guardian)
    await owner.query(
      `insert into students (id, office_id, school_id, sourced_id, name, name_en, grade, class_name, class_number, birth_date, sex, dong, grams, initials)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [id, ground.officeId, ground.agencyIds[s.school], `st-${index}`, s.name, s.en, s.grade, s.className, s.number, s.born, s.sex, s.dong, gramsOf([s.name, s.en]), initialsOf(s.name)],
    )
    if (!known) await owner.query('insert into guardians (id, office_id, name, phone, language) values ($1, $2, $3, $4, $5)', [guardian, ground.officeId, s.guardian.name, `010-0000-${String(1000 + index)}`, s.guardian.language ?? 'ko'])
    await owner.query('insert into guardian_links (office_id, student_id, guardian_id, relation) values ($1, $2, $3, $4)', [ground.officeId, id, guardian, s.guardian.relation])
  }
  return { studentIds, guardianIds }
}
