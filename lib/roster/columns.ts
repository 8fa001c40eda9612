/** The files of OneRoster that bring something, in the order in which they build on each other. */
export const kinds = ['orgs', 'academicSessions', 'classes', 'roles', 'users', 'demographics', 'enrollments'] as const
export type Kind = (typeof kinds)[number]

/** Files of the standard that say nothing we keep. */
const ignoredKinds = [
  'courses', 'resources', 'courseResources', 'classResources', 'userResources', 'results', 'lineItems', 'categories', 'scoreScales',
  'lineItemLearningObjectiveIds', 'lineItemScoreScales', 'resultLearningObjectiveIds', 'resultScoreScales', 'userProfiles',
] as const

interface Column {
  /** Other names people give it, reduced to letters and digits in lower case. */
  also?: readonly string[]
  required?: true
}

const id: Column = { required: true, also: ['id', '식별자', '고유번호', '아이디', 'sourceid'] }
const status: Column = { also: ['상태', '처리상태'] }
const name: Column = { required: true, also: ['이름', '명칭', '기관명', '학교명'] }

/** What is read of each file. Everything else of the standard is passed over in silence, everything unknown with a remark. */
export const columns = {
  orgs: { sourcedId: id, status, name, type: { also: ['유형', '종류', '구분'] } },
  academicSessions: { sourcedId: id, status, schoolYear: { also: ['학년도'] }, endDate: { also: ['종료일'] } },
  classes: {
    sourcedId: id, status, title: { required: true, also: ['학급', '학급명', '반', '반이름', 'name', 'classname'] },
    grades: { also: ['학년', 'grade'] }, classType: { also: ['유형', '학급유형', 'type'] },
    schoolSourcedId: { required: true, also: ['학교', '학교식별자', 'orgsourcedid', 'school', 'schoolid'] },
    termSourcedIds: { also: ['학기', 'termsourcedid'] },
  },
  roles: {
    userSourcedId: { required: true, also: ['사용자', 'userid'] }, status, roleType: {}, role: { required: true, also: ['역할'] },
    orgSourcedId: { also: ['학교', 'orgsourcedids', 'schoolsourcedid'] },
  },
  users: {
    sourcedId: id, status, orgSourcedIds: { also: ['학교', '소속', '학교식별자', 'orgsourcedid', 'schoolsourcedid', 'primaryorgsourcedid'] },
    role: { also: ['역할', '구분'] }, givenName: { also: ['이름', '성명', 'firstname', 'name'] }, familyName: { also: ['성', 'lastname', 'surname'] },
    preferredGivenName: {}, preferredFamilyName: {},
    email: { also: ['이메일', '전자우편', 'mail'] }, sms: { also: ['휴대전화', '휴대폰', '핸드폰', 'mobile'] }, phone: { also: ['전화', '전화번호', '연락처', 'tel'] },
    agentSourcedIds: { also: ['보호자', '보호자식별자', 'agents', 'agentsourcedid'] }, grades: { also: ['학년', 'grade'] },
    classNumber: { also: ['번호', '출석번호', '학생번호', 'seatnumber', 'metadataclassnumber'] }, dong: { also: ['행정동', '동', 'metadatadong'] },
    /** Of guardians: kept as a mark by which a home is recognised (lib/conflicts/address.ts), never as it is written. */
    address: { also: ['주소', '집주소', '자택주소', '거주지', '도로명주소', 'homeaddress', 'metadataaddress'] },
  },
  demographics: {
    sourcedId: { required: true, also: ['사용자', 'usersourcedid', '학생', '식별자'] }, status,
    birthDate: { also: ['생년월일', '생일', 'birthday', 'dob', 'dateofbirth'] }, sex: { also: ['성별', 'gender'] },
  },
  enrollments: {
    sourcedId: id, status, classSourcedId: { required: true, also: ['학급', '학급식별자', 'classid'] },
    userSourcedId: { required: true, also: ['사용자', '학생', 'userid', 'studentsourcedid'] }, role: { also: ['역할'] },
    primary: { also: ['담임', '담임여부', 'isprimary'] }, beginDate: { also: ['시작일', '등록일', 'startdate'] }, endDate: { also: ['종료일', '마감일'] },
  },
} as const satisfies Record<Kind, Record<string, Column>>

export type ColumnOf<K extends Kind> = Extract<keyof (typeof columns)[K], string>

/** Columns of the standard that we know and do not need: no remark for those. */
export const known = new Set([
  'datelastmodified', 'identifier', 'title', 'name', 'role', 'parentsourcedid', 'type', 'startdate', 'enddate', 'schoolyear', 'coursesourcedid', 'classcode', 'location', 'subjects',
  'subjectcodes', 'periods', 'enableduser', 'username', 'userids', 'middlename', 'password', 'usermasteridentifier', 'resourcesourcedids',
  'preferredmiddlename', 'pronouns', 'primaryorgsourcedid', 'userprofilesourcedid', 'begindate', 'schoolsourcedid', 'roletype', 'sourcedid', 'status',
  'americanindianoralaskanative', 'asian', 'blackorafricanamerican', 'nativehawaiianorotherpacificislander', 'white',
  'demographicracetwoormoreraces', 'hispanicorlatinoethnicity', 'countryofbirthcode', 'stateofbirthabbreviation', 'cityofbirth', 'publicschoolresidencestatus',
])

/** A header as it is compared: letters and digits, lower case. */
export const reduce = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** One name of a file as people save it: "users (1).csv", "Users-복사본.CSV". */
export function kindOfFile(path: string): Kind | 'manifest' | 'ignored' | undefined {
  const stem = reduce((path.split('/').at(-1) ?? '').replace(/\.csv$/i, '').replace(/\s*(\(\d+\)|[-_ ]*(복사본|사본|copy))\s*$/gi, ''))
  const aliases = new Map<string, Kind>(Object.entries({ enrolments: 'enrollments', 학교: 'orgs', 기관: 'orgs', 학급: 'classes', 사용자: 'users', 학생: 'users', 인적사항: 'demographics', 등록: 'enrollments', 수강: 'enrollments', 학기: 'academicSessions', 역할: 'roles' } as const))
  if (stem === 'manifest') return 'manifest'
  if (ignoredKinds.some((kind) => reduce(kind) === stem)) return 'ignored'
  return kinds.find((kind) => reduce(kind) === stem) ?? aliases.get(stem)
}
