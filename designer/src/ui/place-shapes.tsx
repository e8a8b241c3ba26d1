/** Pages, people, states and preferences. */
export const placeShapes = {
  bell: (
    <>
      <path d="M3.4 11.4c.8-.8 1-1.8 1-3.4a3.6 3.6 0 0 1 7.2 0c0 1.6.2 2.6 1 3.4ZM6.8 13.6h2.4" />
    </>
  ),
  building: (
    <>
      <path d="M3.4 13.6V2.4h6.2v11.2M9.6 6.4h3v7.2M2 13.6h12M5.6 5.2h1.8M5.6 7.8h1.8M5.6 10.4h1.8" />
    </>
  ),
  chart: (
    <>
      <path d="M2.2 13.6h11.6M4.4 11.2V8.4M8 11.2V3.4M11.6 11.2V6.2" />
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
  language: (
    <>
      <path d="M2 3.6h6.4M5.2 2.2v1.4M7 3.6C6.6 6 4.8 8 2.4 9M3.6 5.6C4.4 7.2 5.8 8.4 7.4 9M8 13.6l2.8-6.4 2.8 6.4M8.9 11.6h3.8" />
    </>
  ),
  moon: (
    <>
      <path d="M13.4 9.6A5.7 5.7 0 1 1 6.4 2.6a4.6 4.6 0 0 0 7 7Z" />
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
  outbox: (
    <>
      <path d="M8 9.8V2.4M5 5.4l3-3 3 3M2.4 10.8v2.8h11.2v-2.8" />
    </>
  ),
  relance: (
    <>
      <path d="M3 12.4V6.8a3.3 3.3 0 0 1 6.6 0v2.6M6.8 7l2.8 2.8L12.4 7M3 12.4h10" />
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
  settings: (
    <>
      <path d="M2.2 4.6h5.6M11.4 4.6h2.4M2.2 11.4h2.4M8.2 11.4h5.6" />
      <circle cx="9.6" cy="4.6" r="1.8" />
      <circle cx="6.4" cy="11.4" r="1.8" />
    </>
  ),
  snooze: (
    <>
      <path d="M13.4 9.6A5.7 5.7 0 1 1 6.4 2.6a4.6 4.6 0 0 0 7 7Z" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.9" />
      <path d="M8 1.6v1.5M8 12.9v1.5M1.6 8h1.5M12.9 8h1.5M3.5 3.5l1 1M11.5 11.5l1 1M12.5 3.5l-1 1M4.5 11.5l-1 1" />
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
} as const;
