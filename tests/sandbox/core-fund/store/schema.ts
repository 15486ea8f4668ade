/** Counts up when a table changes its columns. */
export const SCHEMA_FORM = 6;

/** The core's tables. Amounts in fen, days `YYYY-MM-DD`, moments in unix milliseconds of the core's clock. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unit (dwzh TEXT PRIMARY KEY, dwmc TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS person (
  khbh TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, xingming TEXT NOT NULL, zjlx TEXT NOT NULL, zjhm TEXT NOT NULL, zjhm_full TEXT NOT NULL,
  sjhm TEXT, xingbie TEXT NOT NULL, csny TEXT NOT NULL, hyzk TEXT NOT NULL, hjszd TEXT NOT NULL, spouse_key TEXT,
  name_task INTEGER NOT NULL DEFAULT 0, mobile_task INTEGER NOT NULL DEFAULT 0, drop_first_apply INTEGER NOT NULL DEFAULT 0,
  facts TEXT NOT NULL, UNIQUE (zjlx, zjhm_full)
);
CREATE TABLE IF NOT EXISTS account (
  grzh TEXT PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), dwzh TEXT REFERENCES unit(dwzh), state TEXT NOT NULL,
  state_since TEXT, state_reason TEXT, base INTEGER NOT NULL, ratio INTEGER NOT NULL, personal_monthly INTEGER NOT NULL, unit_monthly INTEGER NOT NULL,
  carried INTEGER NOT NULL DEFAULT 0 CHECK (carried >= 0), current INTEGER NOT NULL DEFAULT 0 CHECK (current >= 0),
  opened TEXT NOT NULL, closed TEXT, paid_through TEXT NOT NULL, contributing INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS account_of_person ON account (khbh);
CREATE TABLE IF NOT EXISTS voucher (id INTEGER PRIMARY KEY, day TEXT NOT NULL, words TEXT NOT NULL, ywlsh TEXT, sealed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS voucher_of_case ON voucher (ywlsh);
CREATE TABLE IF NOT EXISTS voucher_line (
  voucher_id INTEGER NOT NULL REFERENCES voucher(id), line INTEGER NOT NULL, subject TEXT NOT NULL, owner TEXT,
  debit INTEGER NOT NULL CHECK (debit >= 0), credit INTEGER NOT NULL CHECK (credit >= 0), CHECK ((debit = 0) <> (credit = 0)),
  PRIMARY KEY (voucher_id, line)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS voucher_must_balance BEFORE UPDATE OF sealed ON voucher WHEN NEW.sealed = 1
BEGIN
  SELECT RAISE(ABORT, 'a voucher must balance') WHERE
    (SELECT COUNT(*) < 2 OR SUM(debit) <> SUM(credit) FROM voucher_line WHERE voucher_id = NEW.id);
END;
CREATE TRIGGER IF NOT EXISTS voucher_stays BEFORE UPDATE ON voucher WHEN OLD.sealed = 1 BEGIN SELECT RAISE(ABORT, 'a sealed voucher stays as it is'); END;
CREATE TRIGGER IF NOT EXISTS line_only_in_open_voucher BEFORE INSERT ON voucher_line
WHEN (SELECT sealed FROM voucher WHERE id = NEW.voucher_id) = 1 BEGIN SELECT RAISE(ABORT, 'a sealed voucher stays as it is'); END;
CREATE TRIGGER IF NOT EXISTS line_stays BEFORE UPDATE ON voucher_line BEGIN SELECT RAISE(ABORT, 'a voucher line stays as it is'); END;
CREATE TABLE IF NOT EXISTS account_entry (
  id INTEGER PRIMARY KEY, ywlsh TEXT NOT NULL UNIQUE, grzh TEXT NOT NULL REFERENCES account(grzh), voucher_id INTEGER REFERENCES voucher(id), day TEXT NOT NULL,
  kind TEXT NOT NULL, amount INTEGER NOT NULL, interest INTEGER, balance INTEGER NOT NULL, month TEXT, dwmc TEXT, tqyy TEXT
);
CREATE INDEX IF NOT EXISTS entry_of_account ON account_entry (grzh, id);
CREATE TABLE IF NOT EXISTS loan (
  dkzh TEXT PRIMARY KEY, jkhtbh TEXT NOT NULL UNIQUE, khbh TEXT NOT NULL REFERENCES person(khbh), principal INTEGER NOT NULL, balance INTEGER NOT NULL CHECK (balance >= 0),
  method TEXT NOT NULL, periods INTEGER NOT NULL, granted TEXT NOT NULL, ends TEXT NOT NULL, due_day TEXT NOT NULL, stops_paying_after TEXT, settled TEXT,
  home_order TEXT NOT NULL DEFAULT '1', co_khbh TEXT REFERENCES person(khbh), offset_since TEXT
);
CREATE TABLE IF NOT EXISTS loan_due (
  dkzh TEXT NOT NULL REFERENCES loan(dkzh), period INTEGER NOT NULL, due TEXT NOT NULL, principal INTEGER NOT NULL, interest INTEGER NOT NULL,
  rate INTEGER NOT NULL, balance_after INTEGER NOT NULL, paid TEXT, by_account INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (dkzh, period)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS card (
  kbh TEXT PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), number TEXT NOT NULL, bank TEXT NOT NULL, bank_code TEXT NOT NULL,
  class TEXT NOT NULL, state TEXT NOT NULL, open_at_bank INTEGER NOT NULL, taken_off INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS bank_register (
  number TEXT PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), bank TEXT NOT NULL, bank_code TEXT NOT NULL, class TEXT NOT NULL, open INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shared_fact (khbh TEXT PRIMARY KEY REFERENCES person(khbh), facts TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source_state (khbh TEXT NOT NULL, ly TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (khbh, ly)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS centre_fact (
  khbh TEXT PRIMARY KEY REFERENCES person(khbh), barred_for TEXT, barred_until TEXT, elsewhere INTEGER NOT NULL DEFAULT 0, pending INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS home (id INTEGER PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), source TEXT NOT NULL, address TEXT NOT NULL, checked TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS purchase_contract (
  gfhtbh TEXT PRIMARY KEY, buyer_khbh TEXT, answers INTEGER NOT NULL, address TEXT NOT NULL, price INTEGER NOT NULL, paid INTEGER NOT NULL, filed TEXT NOT NULL, local INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS transfer (id INTEGER PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), centre TEXT NOT NULL, amount INTEGER NOT NULL, asked TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS withdrawal_fact (
  id INTEGER PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), ywlx TEXT NOT NULL, tqyy TEXT NOT NULL, day TEXT NOT NULL, ywlsh TEXT,
  amount INTEGER NOT NULL, object TEXT, span_from TEXT, span_to TEXT
);
CREATE TABLE IF NOT EXISTS loan_withdrawn (
  ywlsh TEXT NOT NULL, dkzh TEXT NOT NULL REFERENCES loan(dkzh), khbh TEXT NOT NULL REFERENCES person(khbh), day TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), PRIMARY KEY (ywlsh, dkzh)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS fund_case (
  ywlsh TEXT PRIMARY KEY, request_no TEXT NOT NULL UNIQUE, khbh TEXT NOT NULL REFERENCES person(khbh), ywlx TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount >= 0), state TEXT NOT NULL,
  grzh TEXT REFERENCES account(grzh), tqyy TEXT, kind TEXT, interest INTEGER, details TEXT, kbh TEXT REFERENCES card(kbh), gfhtbh TEXT, gfdz TEXT, co_khbh TEXT REFERENCES person(khbh), dkzh TEXT REFERENCES loan(dkzh), wish TEXT,
  sources TEXT NOT NULL, refusal_code TEXT, refusal_words TEXT, paid_at INTEGER, received_at INTEGER NOT NULL, touched_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS one_running_withdrawal ON fund_case (khbh) WHERE ywlx NOT IN ('LOAN_PRE_APPLICATION', 'LOAN_PREPAYMENT') AND state IN ('SQ', 'SL', 'SH', 'SP');
CREATE UNIQUE INDEX IF NOT EXISTS one_running_pre_application ON fund_case (khbh) WHERE ywlx = 'LOAN_PRE_APPLICATION' AND state IN ('SQ', 'SL', 'SH', 'SP', 'MQ', 'DY');
CREATE TABLE IF NOT EXISTS case_stage (ywlsh TEXT NOT NULL REFERENCES fund_case(ywlsh), code TEXT NOT NULL, started INTEGER, due INTEGER, done INTEGER, PRIMARY KEY (ywlsh, code)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS case_taken_over (ywlsh TEXT PRIMARY KEY REFERENCES fund_case(ywlsh)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS material (clbh TEXT PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), media_type TEXT NOT NULL, hash TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS payment (
  no TEXT PRIMARY KEY, ywlsh TEXT NOT NULL UNIQUE REFERENCES fund_case(ywlsh), khbh TEXT NOT NULL, amount INTEGER NOT NULL, card_number TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL,
  principal INTEGER NOT NULL, interest INTEGER NOT NULL, message TEXT NOT NULL, CHECK (amount = principal + interest)
);
CREATE TABLE IF NOT EXISTS account_closing (
  ywlsh TEXT PRIMARY KEY REFERENCES fund_case(ywlsh), grzh TEXT NOT NULL REFERENCES account(grzh), day TEXT NOT NULL, principal INTEGER NOT NULL, interest INTEGER NOT NULL, before TEXT NOT NULL,
  returned INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS standing_order (
  qybh TEXT PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), grzh TEXT NOT NULL REFERENCES account(grzh), kind TEXT NOT NULL, state TEXT NOT NULL, kbh TEXT REFERENCES card(kbh), day INTEGER,
  dkzh TEXT REFERENCES loan(dkzh), signed TEXT NOT NULL, due_after TEXT NOT NULL, settled_from TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS one_order_of_a_kind ON standing_order (khbh, kind) WHERE state IN ('1', '2');
CREATE TABLE IF NOT EXISTS standing_skip (qybh TEXT NOT NULL REFERENCES standing_order(qybh), due TEXT NOT NULL, PRIMARY KEY (qybh, due)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS standing_run (
  qybh TEXT NOT NULL REFERENCES standing_order(qybh), due TEXT NOT NULL, state TEXT NOT NULL, ywlsh TEXT REFERENCES fund_case(ywlsh), PRIMARY KEY (qybh, due)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS loan_prepayment (
  ywlsh TEXT PRIMARY KEY REFERENCES fund_case(ywlsh), dkzh TEXT NOT NULL REFERENCES loan(dkzh), day TEXT NOT NULL, principal INTEGER NOT NULL CHECK (principal > 0), interest INTEGER NOT NULL CHECK (interest >= 0),
  plan_before TEXT NOT NULL, returned INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS collection (
  no TEXT PRIMARY KEY, ywlsh TEXT NOT NULL UNIQUE REFERENCES fund_case(ywlsh), khbh TEXT NOT NULL, dkzh TEXT NOT NULL, principal INTEGER NOT NULL, interest INTEGER NOT NULL,
  card_number TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS booking (
  yybh TEXT PRIMARY KEY, sdbh TEXT NOT NULL, seat INTEGER NOT NULL, khbh TEXT NOT NULL REFERENCES person(khbh), ywlsh TEXT REFERENCES fund_case(ywlsh), ywlx TEXT,
  starts INTEGER NOT NULL, ends INTEGER NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, CHECK ((ywlsh IS NULL) <> (ywlx IS NULL))
);
CREATE UNIQUE INDEX IF NOT EXISTS one_booking_a_seat ON booking (sdbh, seat) WHERE state = '1';
CREATE INDEX IF NOT EXISTS booking_of_case ON booking (ywlsh);
CREATE TABLE IF NOT EXISTS event (
  sjh INTEGER PRIMARY KEY, body TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'waiting', tries INTEGER NOT NULL DEFAULT 0, next_try INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS event_waiting ON event (state, sjh);
CREATE TABLE IF NOT EXISTS request (
  qqlsh TEXT PRIMARY KEY, jydm TEXT NOT NULL, body_hash TEXT NOT NULL, code TEXT NOT NULL, reply TEXT NOT NULL, ywlsh TEXT, at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS nonce (key TEXT NOT NULL, nonce TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, nonce)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS nonce_at ON nonce (at);
CREATE TABLE IF NOT EXISTS counter_code (code TEXT PRIMARY KEY, khbh TEXT NOT NULL REFERENCES person(khbh), valid_until INTEGER NOT NULL, used_at INTEGER);
`;

/** Emptied by a reset, children first. Events, their numbers and the case counter go on: a number is never given twice. */
export const RESET_TABLES = [
  'booking', 'collection', 'loan_prepayment', 'account_closing', 'standing_run', 'standing_skip', 'standing_order', 'payment', 'case_taken_over', 'case_stage', 'fund_case', 'material', 'withdrawal_fact', 'loan_withdrawn', 'transfer', 'purchase_contract', 'home', 'counter_code', 'card', 'bank_register', 'shared_fact', 'source_state', 'centre_fact',
  'loan_due', 'loan', 'account_entry', 'voucher_line', 'voucher', 'account', 'person', 'unit', 'request',
] as const;
