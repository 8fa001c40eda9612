/** A colour and its wash (controls.css). A tone never speaks alone: a word always stands with it. */
export type Tone = 'plain' | 'teal' | 'red' | 'orange' | 'amber' | 'blue' | 'violet'
