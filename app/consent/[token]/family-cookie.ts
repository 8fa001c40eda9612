/** Opens the form a family knew the PIN of, in that one browser. */
export const familyCookie = 'hanai_family'
