import SQLiteKit

extension SQLiteLayout {
  /// The layout of a history. Two audits of a domain are nearly the same, so an outcome and a fact are stored once, and
  /// a run is the list of theirs: some kilooctets, however much is said.
  static let history = SQLiteLayout(
    // "MaiH"
    mark: 0x4D61_6948,
    steps: [
      [
        """
        CREATE TABLE outcome (
          id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, check_id TEXT NOT NULL, verdict TEXT NOT NULL, level TEXT,
          findings TEXT NOT NULL)
        """,
        "CREATE INDEX outcome_digest ON outcome (digest)",
        """
        CREATE TABLE fact (
          id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
          value TEXT NOT NULL)
        """,
        "CREATE INDEX fact_digest ON fact (digest)",
        // outcomes and facts are JSON arrays of ids, which SQL takes apart with json_each.
        """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY AUTOINCREMENT, target TEXT NOT NULL, time INTEGER NOT NULL, tool TEXT NOT NULL,
          catalogue TEXT NOT NULL, goal TEXT NOT NULL, grade TEXT NOT NULL, questions INTEGER NOT NULL,
          failures INTEGER NOT NULL, milliseconds INTEGER NOT NULL, outcomes TEXT NOT NULL, facts TEXT NOT NULL)
        """,
        "CREATE INDEX run_target ON run (target, time, id)",
        "CREATE INDEX run_time ON run (time)"
      ],
      // What receivers reported: each report once, and what it says of a source on its day. The mark tells a report from
      // others; head and text are fields with their lengths. Sources and results repeat, and are stored once.
      [
        """
        CREATE TABLE report (
          id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, mark TEXT NOT NULL UNIQUE, ends INTEGER,
          is_whole INTEGER NOT NULL, records INTEGER NOT NULL, head TEXT NOT NULL)
        """,
        "CREATE INDEX report_end ON report (ends)",
        "CREATE TABLE source (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE)",
        "CREATE TABLE result (id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, text TEXT NOT NULL)",
        "CREATE INDEX result_digest ON result (digest)",
        """
        CREATE TABLE record (
          report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE, place INTEGER NOT NULL,
          source INTEGER NOT NULL, result INTEGER NOT NULL, messages INTEGER NOT NULL, PRIMARY KEY (report, place))
          WITHOUT ROWID
        """
      ]
    ])
}
