/// The style sheet of the page: system fonts, light and dark, phones and paper.
enum HTMLStyle {
  static let text = """
    :root { --paper: #ffffff; --ink: #1b1f24; --dim: #57606a; --line: #d0d7de; --soft: #f6f8fa; --link: #0550ae;
      --red: #b3261e; --orange: #8a4b00; --green: #116329; --blue: #0550ae; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #14171b; --ink: #e6e9ee; --dim: #a3acb8; --line: #3a424c; --soft: #1d2229; --link: #8ab8ff;
        --red: #ff8a80; --orange: #f5b661; --green: #7bd88f; --blue: #8ab8ff; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5;
      font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
    main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
    article + article { border-top: 2px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
    h1 { font-size: 1.8rem; margin: 0 0 0.5rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1rem; margin: 0 0 0.25rem; }
    p { margin: 0.25rem 0; overflow-wrap: anywhere; }
    a { color: var(--link); }
    code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.9em;
      overflow-wrap: anywhere; }
    pre { background: var(--soft); padding: 0.5rem; overflow-x: auto; overflow-wrap: normal; }
    .answer { font-size: 1.1rem; }
    .dim { color: var(--dim); }
    .wide { overflow-x: auto; }
    .grade { display: inline-block; min-width: 2.2em; padding: 0 0.4em; text-align: center; border-radius: 0.3em;
      border: 2px solid currentColor; font-weight: 700; }
    .grade-a, .grade-b, .no_known_obstacle h3, .pass { color: var(--green); }
    .grade-c, .medium, .warn, .at_risk h3 { color: var(--orange); }
    .grade-d, .grade-f, .tag.critical, .tag.high, .fail, .refused h3 { color: var(--red); }
    .unknown, .not_enough_data h3, .tag.info { color: var(--blue); }
    .grade-none, .not_applicable, .tag.low { color: var(--dim); }
    .tag { display: inline-block; border: 1px solid currentColor; border-radius: 0.3em; padding: 0 0.4em;
      font-size: 0.85em; font-weight: 600; text-transform: uppercase; }
    .mark { display: inline-block; width: 1.4em; text-align: center; font-weight: 700; }
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0.75rem; }
    .card { border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem; background: var(--soft); }
    .card ul { margin: 0.25rem 0; padding-left: 1.2rem; }
    .actions li { margin-bottom: 0.75rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); }
    tbody th { font-weight: 400; }
    details { margin: 0.5rem 0; }
    summary { cursor: pointer; overflow-wrap: anywhere; }
    .finding { border-left: 4px solid var(--line); background: var(--soft); padding: 0.5rem 0.75rem; }
    .finding.critical, .finding.high { border-left-color: var(--red); color: var(--ink); }
    .finding.medium { border-left-color: var(--orange); color: var(--ink); }
    .evidence { margin: 0.25rem 0; padding: 0.25rem 0.5rem; border-left: 2px solid var(--line);
      overflow-wrap: anywhere; }
    .evidence .place { color: var(--dim); font-size: 0.9em; }
    mark { background: transparent; color: var(--red); font-weight: 700; text-decoration: underline; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 0.75rem; margin: 0.5rem 0 0; }
    dt { font-weight: 600; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .tree, .tree ul { list-style: none; margin: 0; padding-left: 1.4rem; }
    .tree { padding-left: 0; }
    .tree ul li { position: relative; }
    .tree ul li::before { content: ""; position: absolute; left: -0.9rem; top: -0.3rem; bottom: 0;
      border-left: 1px solid var(--dim); }
    .tree ul li:last-child::before { bottom: auto; height: 1.05rem; }
    .tree ul li::after { content: ""; position: absolute; left: -0.9rem; top: 0.75rem; width: 0.7rem;
      border-top: 1px solid var(--dim); }
    .chart { margin: 0.5rem 0; }
    .chart svg { width: 100%; min-width: 30rem; height: auto; font-size: 12px; fill: var(--dim); }
    .chart .axis { stroke: var(--line); }
    .chart rect.good { fill: var(--soft); stroke: var(--green); }
    .chart rect.bad { fill: var(--red); stroke: var(--red); }
    .key { display: inline-block; width: 0.8em; height: 0.8em; border: 1px solid var(--green); margin-left: 0.8em; }
    .key.bad { border-color: var(--red); background: var(--red); }
    .whole { white-space: nowrap; }
    .findings input { margin: 0 0.25rem 0 0; }
    .findings label { margin-right: 1rem; }
    .from-low:checked ~ .list .finding.info, .from-medium:checked ~ .list .finding.info,
    .from-medium:checked ~ .list .finding.low, .from-high:checked ~ .list .finding.info,
    .from-high:checked ~ .list .finding.low, .from-high:checked ~ .list .finding.medium,
    .from-critical:checked ~ .list .finding.info, .from-critical:checked ~ .list .finding.low,
    .from-critical:checked ~ .list .finding.medium, .from-critical:checked ~ .list .finding.high { display: none; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    @media print {
      :root { --paper: #ffffff; --ink: #000000; --dim: #444444; --line: #999999; --soft: #ffffff; --link: #000000;
        --red: #8b0000; --orange: #6b3a00; --green: #004d1a; --blue: #00318b; }
      main { max-width: none; padding: 0; }
      .findings input, .findings label, [id$="filter"] { display: none; }
      .card, .finding, tr { break-inside: avoid; }
      .wide { overflow: visible; }
      a { text-decoration: none; }
    }
    """
}
