/**
 * A type of `imports/` as it is written in a literal: `'Off'` where the generated interface wants a member of an enum.
 * The enums exist at run time in files that we import the types of only.
 */
export type Plain<T> = T extends string
  ? `${T}`
  : T extends (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { [Key in keyof T]: Plain<T[Key]> }
      : T;
