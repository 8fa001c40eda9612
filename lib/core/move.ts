/** One thing that can be done to something in a state. The button, its reason when off, the verb and the tests read the same table. */
export interface Move<State extends string> {
  from: readonly State[]
  to: State
}

/** Whether the move makes sense now. */
export const canMove = <State extends string>(move: Move<State>, state: State): boolean => move.from.includes(state)
