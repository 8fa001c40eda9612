'use client'

import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'

type SignatureFieldProps = { label: string; hint: string; clear: string }

/** A box to sign in by finger, pen or mouse. Without script it is not there; the name written below it stands for it. */
export function SignatureField({ label, hint, clear }: SignatureFieldProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(null)
  const [drawn, setDrawn] = useState('')

  useEffect(() => {
    const board = canvas.current
    if (!board) return
    const sharpness = Math.min(window.devicePixelRatio, 2)
    board.width = board.offsetWidth * sharpness
    board.height = board.offsetHeight * sharpness
    board.getContext('2d')?.scale(sharpness, sharpness)
    const made = new SignaturePad(board, { penColor: '#15201d', backgroundColor: '#ffffff' })
    made.addEventListener('endStroke', () => setDrawn(made.toDataURL('image/png')))
    pad.current = made
    return () => made.off()
  }, [])

  return (
    <div className="field needs-script">
      <p className="field-label" id="signature-label">{label}</p>
      <p className="field-hint" id="signature-hint">{hint}</p>
      <canvas ref={canvas} className="signature" role="img" aria-labelledby="signature-label" aria-describedby="signature-hint" />
      <input type="hidden" name="signature" value={drawn} />
      <div>
        <button type="button" className="btn btn-quiet" onClick={() => { pad.current?.clear(); setDrawn('') }}>{clear}</button>
      </div>
    </div>
  )
}
