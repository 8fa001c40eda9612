'use client'

import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { CommandWords } from './command-words.ts'
import { useSearch, type Found } from './use-search.ts'

type CommandProps = { words: CommandWords; shortcuts: Found[] }

/** Ctrl K: find a person, a case or a page without leaving the keyboard. */
export function Command({ words, shortcuts }: CommandProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)

  const show = useCallback(() => {
    setOpen(true)
    dialog.current?.showModal()
  }, [])
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      // By place on the keyboard: with a Korean layout the letter is ㅏ.
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (dialog.current?.open) dialog.current.close()
      else show()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [show])

  return (
    <>
      <button type="button" className="command-open needs-script" onClick={show} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        {words.open}
        <kbd>Ctrl K</kbd>
      </button>
      <dialog
        ref={dialog}
        className="command"
        aria-label={words.title}
        onClose={() => setOpen(false)}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
      >
        {open && <Finder words={words} shortcuts={shortcuts} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}

function Finder({ words, shortcuts, close }: CommandProps & { close: () => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { state, groups: found } = useSearch(typed)

  const fitting = shortcuts.filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))
  const groups = [...found, ...(fitting.length > 0 ? [{ title: words.shortcuts, items: fitting }] : [])]
  const items = groups.flatMap((group) => group.items)
  const chosen = Math.min(at, items.length - 1)

  const onKey = (event: KeyboardEvent) => {
    // While a Korean syllable is being put together, Enter and the arrows belong to the input method.
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && items.length > 0) {
      event.preventDefault()
      const next = (chosen + step + items.length) % items.length
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      document.getElementById(`${id}-${chosen}`)?.click()
    }
  }

  return (
    <>
      <div className="command-field">
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-label={words.label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          placeholder={words.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
        <button type="button" className="btn btn-bare" onClick={close} aria-label={words.close}>
          <Icon name="close" />
        </button>
      </div>
      <div className="command-found" id={`${id}-list`} role="listbox" aria-label={words.title}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="command-group" aria-hidden>
              {group.title}
            </div>
            {group.items.map((item) => {
              const place = items.indexOf(item)
              return (
                <a key={item.href} id={`${id}-${place}`} role="option" aria-selected={place === chosen} tabIndex={-1} href={item.href} className="command-item" onMouseMove={() => setAt(place)}>
                  {item.label}
                  {item.hint && <span>{item.hint}</span>}
                </a>
              )
            })}
          </div>
        ))}
      </div>
      <p className={state === 'idle' ? 'only-heard' : 'command-said'} role="status">
        {said(state, found.flatMap((group) => group.items).length, words)}
      </p>
      <p className="command-hint">{words.hint}</p>
    </>
  )
}

function said(state: ReturnType<typeof useSearch>['state'], count: number, words: CommandWords): string {
  switch (state) {
    case 'idle':
      return ''
    case 'searching':
      return words.searching
    case 'failed':
      return words.failed
    case 'signedOut':
      return words.signedOut
    case 'found':
      return count === 0 ? words.nothing : words.found.replace('#', String(count))
  }
}
