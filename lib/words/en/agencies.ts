import type { agencies as korean } from '../ko/agencies.ts'
import type { SameShape } from '../shape.ts'

export const agencies = {
  kind: {
    SCHOOL: 'School',
    ISS_CENTER: 'Integrated student support centre',
    EDU_OFFICE: 'District education office',
    METRO_OFFICE: 'Metropolitan education office',
    WEE_CENTER: 'Wee counselling centre',
    LEARNING_CLINIC: 'Learning clinic centre',
    SPECIAL_ED: 'Special education support centre',
    STUDENT_MH_CENTER: 'Student mental health centre',
    DISTRICT: 'District (gu) office',
    DONG_CENTER: 'Dong community service centre',
    DREAM_START: 'Dream Start',
    CHILD_PROTECT: 'Child protection agency',
    MENTAL_HEALTH: 'Mental health welfare centre',
    YOUTH_COUNSEL: 'Youth counselling and welfare centre',
    YOUTH_SHELTER: 'Youth shelter',
    FAMILY_CENTER: 'Family centre',
    CHILD_CENTER: 'Community child centre',
    WELFARE_CENTER: 'Community welfare centre',
    KKUMDREAM: 'Out-of-school youth centre',
    YOUNG_CARER_ORG: 'Young carers’ support body',
    SUNFLOWER: 'Sunflower centre (sexual violence support)',
    JUSTICE: 'Probation office',
    LEGAL: 'Legal aid body',
    NGO: 'Non-governmental organisation',
    POLICE: 'Police station',
  },
} satisfies SameShape<typeof korean>
