/** A small roster to look at and to try: everybody in it is invented. */
const files: Record<string, string> = {
  'manifest.csv': `
propertyName,value
manifest.version,1.0
oneroster.version,1.1
file.orgs,bulk
file.academicSessions,bulk
file.classes,bulk
file.users,bulk
file.demographics,bulk
file.enrollments,bulk`,
  'orgs.csv': `
sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
ex-office,,,광주가온교육지원청,district,,
ex-school-1,,,보기초등학교,school,,ex-office
ex-school-2,,,보기중학교,school,,ex-office`,
  'academicSessions.csv': `
sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
ex-2026,,,2026학년도,schoolYear,2026-03-02,2027-02-28,,2026`,
  'classes.csv': `
sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
ex-class-1,,,6학년 2반,06,,,homeroom,,ex-school-1,ex-2026,,,
ex-class-2,,,1학년 3반,07,,,homeroom,,ex-school-2,ex-2026,,,`,
  'users.csv': `
sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
ex-student-1,,,true,ex-school-1,student,,,하늘,보,,,,,,"ex-guardian-1,ex-guardian-2",06,
ex-student-2,,,true,ex-school-1,student,,,새론,기,,,,,,ex-guardian-3,06,
ex-student-3,,,true,ex-school-2,student,,,Ha-rin,Nguyen,,,,,,ex-guardian-4,07,
ex-guardian-1,,,true,,parent,,,나무,보,,,,010-0000-0001,,,,
ex-guardian-2,,,true,,parent,,,가람,도,,,,010-0000-0002,,,,
ex-guardian-3,,,true,,guardian,,,바다,기,,,,010-0000-0003,,,,
ex-guardian-4,,,true,,parent,,,Thi Lan,Nguyen,,,,010-0000-0004,,,,
ex-teacher-1,,,true,ex-school-1,teacher,,,다온,예,,,,,062-000-0001,,,
ex-teacher-2,,,true,ex-school-2,teacher,,,이음,예,,,,,062-000-0002,,,`,
  'demographics.csv': `
sourcedId,status,dateLastModified,birthDate,sex
ex-student-1,,,2014-05-05,female
ex-student-2,,,2014. 8. 15.,male
ex-student-3,,,20131003,female`,
  'enrollments.csv': `
sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
ex-enrol-1,,,ex-class-1,ex-school-1,ex-student-1,student,false,2026-03-02,
ex-enrol-2,,,ex-class-1,ex-school-1,ex-student-2,student,false,2026-03-02,
ex-enrol-3,,,ex-class-2,ex-school-2,ex-student-3,student,false,2026-03-02,
ex-enrol-4,,,ex-class-1,ex-school-1,ex-teacher-1,teacher,true,2026-03-02,
ex-enrol-5,,,ex-class-2,ex-school-2,ex-teacher-2,teacher,true,2026-03-02,`,
}

/** With a byte-order mark, so that spreadsheets show Hangul as it is. */
export const exampleFiles = (): { name: string; text: string }[] => Object.entries(files).map(([name, text]) => ({ name, text: `\uFEFF${text.trimStart()}\n` }))
