/**
 * The same keys with any text in them. An English catalogue `satisfies SameShape<typeof korean>`,
 * so a missing, extra or misplaced text does not compile.
 */
export type SameShape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : SameShape<Catalogue[Key]>
}
