/** The drawn icons: 16 × 16, stroke 1.5, no fill. One name means one thing on every page. */
export const iconShapes = {
  approve: (
    <>
      <circle cx="6.2" cy="5.2" r="2.5" />
      <path d="M1.8 13.2c.4-2.6 2.1-3.8 4.4-3.8.9 0 1.7.2 2.4.6M9.6 11.9l1.5 1.5 2.9-3.1" />
    </>
  ),
  arrow: (
    <>
      <path d="M3 8h9.6M9 4l4 4-4 4" />
    </>
  ),
  back: (
    <>
      <path d="M13 8H3.4M7 4 3 8l4 4" />
    </>
  ),
  bell: (
    <>
      <path d="M3.4 11.4c.8-.8 1-1.8 1-3.4a3.6 3.6 0 0 1 7.2 0c0 1.6.2 2.6 1 3.4ZM6.8 13.6h2.4" />
    </>
  ),
  bounce: (
    <>
      <path d="M2.4 5 8 9l5.6-4M13.8 8V5c0-.8-.7-1.5-1.5-1.5H3.7c-.8 0-1.5.7-1.5 1.5v6c0 .8.7 1.5 1.5 1.5h4.2M10.4 10.6l3 3M13.4 10.6l-3 3" />
    </>
  ),
  building: (
    <>
      <path d="M3.4 13.6V2.4h6.2v11.2M9.6 6.4h3v7.2M2 13.6h12M5.6 5.2h1.8M5.6 7.8h1.8M5.6 10.4h1.8" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.5" y="3.2" width="11" height="10.3" rx="1.5" />
      <path d="M2.5 6.4h11M5.5 1.8v2.6M10.5 1.8v2.6" />
    </>
  ),
  charge: (
    <>
      <path d="M4.2 11.8 11.8 4.2" />
      <circle cx="4.8" cy="4.8" r="1.6" />
      <circle cx="11.2" cy="11.2" r="1.6" />
    </>
  ),
  chart: (
    <>
      <path d="M2.2 13.6h11.6M4.4 11.2V8.4M8 11.2V3.4M11.6 11.2V6.2" />
    </>
  ),
  check: (
    <>
      <path d="M3 8.6 6.3 12 13 4.6" />
    </>
  ),
  'chevron-down': (
    <>
      <path d="m4 6 4 4 4-4" />
    </>
  ),
  'chevron-right': (
    <>
      <path d="m6 4 4 4-4 4" />
    </>
  ),
  'chevron-up': (
    <>
      <path d="m4 10 4-4 4 4" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.2 1.5" />
    </>
  ),
  close: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  columns: (
    <>
      <rect x="2.2" y="3" width="11.6" height="10" rx="1.4" />
      <path d="M6.2 3v10M10 3v10" />
    </>
  ),
  comment: (
    <>
      <path d="M2.2 3h11.6v8H8.4l-3.2 2.6V11h-3Z" />
    </>
  ),
  copy: (
    <>
      <rect x="5.4" y="5.4" width="8" height="8" rx="1.4" />
      <path d="M10.6 5.2V3.8c0-.7-.5-1.2-1.2-1.2H3.8c-.7 0-1.2.5-1.2 1.2v5.6c0 .7.5 1.2 1.2 1.2h1.4" />
    </>
  ),
  court: (
    <>
      <path d="M8 2v11.5M5.2 13.5h5.6M3 4.2h10M3.5 4.4 1.8 9h3.4L3.5 4.4ZM12.5 4.4 10.8 9h3.4l-1.7-4.6Z" />
    </>
  ),
  decision: (
    <>
      <path d="M8 2.2 13.8 8 8 13.8 2.2 8Z" />
    </>
  ),
  dispute: (
    <>
      <path d="M5.6 2.2h4.8l3.4 3.4v4.8l-3.4 3.4H5.6l-3.4-3.4V5.6ZM8 5v3.6M8 10.9v.1" />
    </>
  ),
  document: (
    <>
      <path d="M3.8 2.2H9l3.2 3.2v8.4H3.8ZM9 2.2v3.2h3.2" />
    </>
  ),
  edit: (
    <>
      <path d="M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3Z" />
    </>
  ),
  end: (
    <>
      <path d="M4 14V2.6M4 3h8l-2 2.8 2 2.8H4" />
    </>
  ),
  euro: (
    <>
      <path d="M12.6 4.4a5 5 0 1 0 0 7.2M2.2 6.9h6.6M2.2 9.1h6" />
    </>
  ),
  event: (
    <>
      <path d="M9 1.8 3.8 9h3.6L7 14.2 12.2 7H8.6Z" />
    </>
  ),
  'fast-forward': (
    <>
      <path d="M2.4 4v8l5.4-4ZM8.2 4v8l5.4-4Z" />
    </>
  ),
  filter: (
    <>
      <path d="M2.4 4.2h11.2M4.6 8h6.8M6.6 11.8h2.8" />
    </>
  ),
  fit: (
    <>
      <path d="M2.6 5.6v-3h3M10.4 2.6h3v3M13.4 10.4v3h-3M5.6 13.4h-3v-3" />
    </>
  ),
  'follow-up': (
    <>
      <path d="M2 4.2c0-.6.4-1 1-1h3.2l1.4 1.7H13c.6 0 1 .4 1 1v6c0 .6-.4 1-1 1H3c-.6 0-1-.4-1-1Z" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M2.2 8h11.6M8 2.2c2 2 2.6 3.8 2.6 5.8S10 11.8 8 13.8C6 11.8 5.4 10 5.4 8S6 4.2 8 2.2Z" />
    </>
  ),
  handoff: (
    <>
      <path d="M6.5 3H4a1.2 1.2 0 0 0-1.2 1.2V12A1.2 1.2 0 0 0 4 13.2h7.8A1.2 1.2 0 0 0 13 12V9.5M9.5 2.8h3.7v3.7M13 3 7.8 8.2" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M6.4 6.4c.1-1 .8-1.6 1.7-1.6s1.6.6 1.6 1.4c0 1.2-1.7 1.3-1.7 2.6M8 10.9v.1" />
    </>
  ),
  import: (
    <>
      <path d="M8 2.4v7.4M5 7l3 3 3-3M2.4 10.8v2.8h11.2v-2.8" />
    </>
  ),
  inbox: (
    <>
      <path d="M2.2 9.4 4.2 3.2h7.6l2 6.2v3.4H2.2ZM2.4 9.4h3.3l.9 1.6h2.8l.9-1.6h3.3" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.4M8 5.2v.1" />
    </>
  ),
  join: (
    <>
      <path d="M14 8h-3C8.6 8 9 4 6.4 4H2M11 8c-2.4 0-2 4-4.6 4H2" />
    </>
  ),
  language: (
    <>
      <path d="M2 3.6h6.4M5.2 2.2v1.4M7 3.6C6.6 6 4.8 8 2.4 9M3.6 5.6C4.4 7.2 5.8 8.4 7.4 9M8 13.6l2.8-6.4 2.8 6.4M8.9 11.6h3.8" />
    </>
  ),
  letter: (
    <>
      <path d="M3.8 2.2H9l3.2 3.2v8.4H3.8ZM9 2.2v3.2h3.2M6 8.3h4M6 10.8h4" />
    </>
  ),
  lock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.6" rx="1.3" />
      <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />
    </>
  ),
  magic: (
    <>
      <path d="M2.6 3.2h4v3h-4ZM9.4 9.8h4v3h-4ZM9.4 3.2h4v3h-4ZM2.6 9.8h4v3h-4Z" />
    </>
  ),
  mail: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      <path d="M2.5 5 8 9l5.5-4" />
    </>
  ),
  minus: (
    <>
      <path d="M3 8h10" />
    </>
  ),
  moon: (
    <>
      <path d="M13.4 9.6A5.7 5.7 0 1 1 6.4 2.6a4.6 4.6 0 0 0 7 7Z" />
    </>
  ),
  more: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="3.4" cy="8" r="1.25" />
        <circle cx="8" cy="8" r="1.25" />
        <circle cx="12.6" cy="8" r="1.25" />
      </g>
    </>
  ),
  move: (
    <>
      <path d="M2.6 3.4v9.2M5 8h8.4M10.4 5l3 3-3 3" />
    </>
  ),
  notice: (
    <>
      <path d="M3.8 2.2H9l3.2 3.2v8.4H3.8ZM9 2.2v3.2h3.2M8 7.6v2.2M8 11.6v.1" />
    </>
  ),
  outline: (
    <>
      <path d="M2.4 3.4h6M5.4 8h7M8 12.6h5.6M2.6 3.4v4.6h2.8M5.6 8v4.6H8" />
    </>
  ),
  parallel: (
    <>
      <path d="M2 8h3c2.4 0 2-4 4.6-4H14M5 8c2.4 0 2 4 4.6 4H14" />
    </>
  ),
  pause: (
    <>
      <path d="M5.8 3.6v8.8M10.2 3.6v8.8" />
    </>
  ),
  phone: (
    <>
      <path d="M3.3 2.5h2.2L6.8 5.7 5.2 6.9a8 8 0 0 0 3.9 3.9l1.2-1.6 3.2 1.3v2.2c0 .6-.5 1.1-1.1 1.1A10.6 10.6 0 0 1 2.2 3.6c0-.6.5-1.1 1.1-1.1Z" />
    </>
  ),
  plan: (
    <>
      <path d="M2 13h3.2V9.8h3.2V6.6h3.2V3.4H14" />
    </>
  ),
  play: (
    <>
      <path d="M4.6 3v10l8-5Z" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3v10M3 8h10" />
    </>
  ),
  pointer: (
    <>
      <path d="M4 2.6 12.6 7 8.8 8.4 7 12.4Z" />
    </>
  ),
  print: (
    <>
      <path d="M4.6 6V2.4h6.8V6M4.6 11H2.4V6h11.2v5h-2.2M4.6 9.4h6.8v4.2H4.6Z" />
    </>
  ),
  'priority-1': (
    <>
      <g fill="currentColor" stroke="none">
        <rect x="2" y="9" width="3" height="5" rx=".8" />
        <rect x="6.5" y="6" width="3" height="8" rx=".8" opacity=".28" />
        <rect x="11" y="3" width="3" height="11" rx=".8" opacity=".28" />
      </g>
    </>
  ),
  'priority-2': (
    <>
      <g fill="currentColor" stroke="none">
        <rect x="2" y="9" width="3" height="5" rx=".8" />
        <rect x="6.5" y="6" width="3" height="8" rx=".8" />
        <rect x="11" y="3" width="3" height="11" rx=".8" opacity=".28" />
      </g>
    </>
  ),
  'priority-3': (
    <>
      <g fill="currentColor" stroke="none">
        <rect x="2" y="9" width="3" height="5" rx=".8" />
        <rect x="6.5" y="6" width="3" height="8" rx=".8" />
        <rect x="11" y="3" width="3" height="11" rx=".8" />
      </g>
    </>
  ),
  'priority-4': (
    <>
      <g fill="currentColor" stroke="none">
        <path
          fillRule="evenodd"
          d="M4 1.8h8A2.2 2.2 0 0 1 14.2 4v8a2.2 2.2 0 0 1-2.2 2.2H4A2.2 2.2 0 0 1 1.8 12V4A2.2 2.2 0 0 1 4 1.8Zm3.2 2.8h1.6v4.4H7.2ZM7.2 10.2h1.6v1.6H7.2Z"
        />
      </g>
    </>
  ),
  promise: (
    <>
      <rect x="2.5" y="3.2" width="11" height="10.3" rx="1.5" />
      <path d="M2.5 6.4h11M5.5 1.8v2.6M10.5 1.8v2.6M6 9.9l1.4 1.4 2.6-2.7" />
    </>
  ),
  redo: (
    <>
      <path d="m10.6 2.8 3 3-3 3M13.4 5.8H6.5a3.9 3.9 0 0 0 0 7.7H10" />
    </>
  ),
  relance: (
    <>
      <path d="M3 12.4V6.8a3.3 3.3 0 0 1 6.6 0v2.6M6.8 7l2.8 2.8L12.4 7M3 12.4h10" />
    </>
  ),
  relate: (
    <>
      <circle cx="3.6" cy="8" r="1.8" />
      <circle cx="12.4" cy="8" r="1.8" />
      <path d="M5.4 8h5.2" />
    </>
  ),
  retry: (
    <>
      <path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 2.4v2.8h-2.8" />
    </>
  ),
  scenario: (
    <>
      <rect x="5.8" y="2" width="4.4" height="3.4" rx=".8" />
      <rect x="1.8" y="10.6" width="4.4" height="3.4" rx=".8" />
      <rect x="9.8" y="10.6" width="4.4" height="3.4" rx=".8" />
      <path d="M8 5.4V8M4 10.6V8h8v2.6" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.4 10.4 13.8 13.8" />
    </>
  ),
  settings: (
    <>
      <path d="M2.2 4.6h5.6M11.4 4.6h2.4M2.2 11.4h2.4M8.2 11.4h5.6" />
      <circle cx="9.6" cy="4.6" r="1.8" />
      <circle cx="6.4" cy="11.4" r="1.8" />
    </>
  ),
  'sign-out': (
    <>
      <path d="M6.4 2.8H3.2v10.4h3.2M6.8 8h6.4M10.6 5.2 13.4 8l-2.8 2.8" />
    </>
  ),
  skip: (
    <>
      <path d="M3.8 3.8 9.4 8l-5.6 4.2ZM12 3.8v8.4" />
    </>
  ),
  sms: (
    <>
      <path d="M2.2 3.2h11.6v7.6H7.2l-2.8 2.4v-2.4H2.2ZM5.3 7h.1M8 7h.1M10.7 7h.1" />
    </>
  ),
  snooze: (
    <>
      <path d="M13.4 9.6A5.7 5.7 0 1 1 6.4 2.6a4.6 4.6 0 0 0 7 7Z" />
    </>
  ),
  sort: (
    <>
      <path d="M5 3v10M2.6 10.6 5 13l2.4-2.4M11 13V3M8.6 5.4 11 3l2.4 2.4" />
    </>
  ),
  split: (
    <>
      <path d="M8 2v4M8 6 3.6 10.4V13.5M8 6l4.4 4.4v3.1" />
    </>
  ),
  start: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M6.8 5.7v4.6L10.5 8Z" />
    </>
  ),
  stop: (
    <>
      <rect x="3.8" y="3.8" width="8.4" height="8.4" rx="1.2" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.9" />
      <path d="M8 1.6v1.5M8 12.9v1.5M1.6 8h1.5M12.9 8h1.5M3.5 3.5l1 1M11.5 11.5l1 1M12.5 3.5l-1 1M4.5 11.5l-1 1" />
    </>
  ),
  survey: (
    <>
      <path d="m8 2.4 1.7 3.5 3.9.5-2.8 2.7.7 3.8L8 11.1l-3.5 1.8.7-3.8L2.4 6.4l3.9-.5Z" />
    </>
  ),
  talk: (
    <>
      <path d="M2.2 3h8.3v5.4H6.2L4 10.3V8.4H2.2ZM12.4 6.4h1.4v4.9h-1.5v1.8L10.2 11.3H7.4" />
    </>
  ),
  task: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2" />
      <path d="m5.4 8.2 1.8 1.8 3.4-3.8" />
    </>
  ),
  thank: (
    <>
      <path d="M8 13.2 3.2 8.4a2.9 2.9 0 0 1 4.1-4.1l.7.7.7-.7a2.9 2.9 0 0 1 4.1 4.1Z" />
    </>
  ),
  trash: (
    <>
      <path d="M2.8 4.4h10.4M6 4.4V2.6h4v1.8M4.2 4.4l.6 9h6.4l.6-9M6.8 7v3.8M9.2 7v3.8" />
    </>
  ),
  undo: (
    <>
      <path d="M5.4 2.8 2.4 5.8l3 3M2.6 5.8h6.9a3.9 3.9 0 0 1 0 7.7H6" />
    </>
  ),
  upload: (
    <>
      <path d="M8 9.8V2.4M5 5.2l3-3 3 3M2.4 10.8v2.8h11.2v-2.8" />
    </>
  ),
  user: (
    <>
      <circle cx="8" cy="5.4" r="2.8" />
      <path d="M2.8 13.6c.5-2.7 2.5-4 5.2-4s4.7 1.3 5.2 4" />
    </>
  ),
  users: (
    <>
      <circle cx="6" cy="5.4" r="2.5" />
      <path d="M1.6 13.2c.4-2.5 2-3.7 4.4-3.7s4 1.2 4.4 3.7M10.4 3.1a2.5 2.5 0 0 1 0 4.6M12 9.9c1.4.5 2.2 1.6 2.5 3.3" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.4 14.2 13.2H1.8ZM8 6.6v3M8 11.3v.1" />
    </>
  ),
  eye: (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  'eye-off': (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8ZM3 13 13 3" />
    </>
  ),
} as const;
