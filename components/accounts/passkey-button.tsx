'use client'

import { startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useContext, useEffect, useRef, useState } from 'react'
import { FormContext } from '#components/ui/form-state.ts'

export type PasskeyWords = { press: string; failed: string }

type PasskeyButtonProps = {
  purpose: 'SIGN_IN' | 'PROVE' | 'REGISTER'
  /** The field of the form around it which carries the browser's answer. */
  field: string
  weight?: 'main' | 'quiet'
  words: PasskeyWords
}

/** Asks the browser for a passkey and sends the form with its answer. Shown where the browser can. */
export function PasskeyButton({ purpose, field, weight = 'quiet', words }: PasskeyButtonProps) {
  const { pending } = useContext(FormContext)
  const [able, setAble] = useState(false)
  const [failed, setFailed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => setAble(typeof window.PublicKeyCredential === 'function'), [])
  if (!able) return null

  const press = async () => {
    const form = button.current?.form
    const carrier = form?.elements.namedItem(field)
    if (!form || !(carrier instanceof HTMLInputElement) || pending) return
    setFailed(false)
    try {
      carrier.value = JSON.stringify(await answerFor(purpose))
      form.requestSubmit()
    } catch {
      setFailed(true)
    } finally {
      carrier.value = ''
    }
  }
  return (
    <>
      <button ref={button} type="button" className={weight === 'main' ? 'btn' : `btn btn-${weight}`} onClick={() => void press()}>
        {words.press}
      </button>
      <p role="status" className="field-error">
        {failed && words.failed}
      </p>
    </>
  )
}

async function answerFor(purpose: PasskeyButtonProps['purpose']): Promise<object> {
  const response = await fetch('/api/passkeys', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ purpose }) })
  if (!response.ok) throw new Error('no challenge')
  const asked: unknown = await response.json()
  if (purpose === 'REGISTER') return startRegistration({ optionsJSON: asked as PublicKeyCredentialCreationOptionsJSON })
  return startAuthentication({ optionsJSON: asked as PublicKeyCredentialRequestOptionsJSON })
}
