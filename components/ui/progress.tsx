/** How far a long job is; without a value it only says that it is under way. */
export function Progress({ label, value, max = 100 }: { label: string; value?: number; max?: number }) {
  return <progress className="progress" aria-label={label} value={value} max={max} />
}

/**
 * Goal attainment on its five steps, from "much less than hoped" to "much more".
 * `step` is 1 to 5 or undefined while it has not been rated; `label` says it in words.
 */
export function GasScale({ step, label }: { step?: 1 | 2 | 3 | 4 | 5; label: string }) {
  return (
    <div className="gas" role="img" aria-label={label}>
      {[1, 2, 3, 4, 5].map((at) => (
        <i key={at} className={step === at ? 'now' : step !== undefined && at < step ? 'reached' : undefined} />
      ))}
    </div>
  )
}
