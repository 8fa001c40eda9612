import type { students as korean } from '../ko/students.ts'
import type { SameShape } from '../shape.ts'

export const students = {
  grade: {
    elementary: 'Grade {year}',
    middle: 'Grade {year}',
    high: 'Grade {year}',
  },
  class: 'class {name}',
  find: {
    title: 'Find a student',
    sub: 'Find a student of your school and ask for help.',
    subOffice: 'Find a student of the district and ask for help.',
    label: 'Name',
    hint: 'A part of the name or its initial consonants will do: 이든, ㅂㅇㄷ, ideun',
    button: 'Find',
    searching: 'Searching',
    list: 'Students found',
    count: '{count, plural, one {# student} other {# students}} found.',
    most: 'Only the first {count, number} are shown. Please type a little more of the name.',
    name: 'Student',
    classLabel: 'Class',
    school: 'School',
    deed: 'Next',
    refer: 'Ask for help',
    referName: 'Ask for help for {name}',
    busy: 'Help is under way',
    busyHint: 'What you send joins it.',
    noneTitle: 'No such student',
    none: 'Try one letter of the name or its initial consonants. A child who has just moved here appears once the roster is imported again.',
    startTitle: 'A letter or two is enough',
    start: 'Part of a name, initial consonants (ㅂㅇㄷ) or a romanised name. What you type does not stay in the address.',
    empty: 'Please type a name.',
  },
} satisfies SameShape<typeof korean>
