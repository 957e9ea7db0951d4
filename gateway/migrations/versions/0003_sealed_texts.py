"""Sealed texts: what people wrote is encrypted, under a key for each conversation.

Needs the store's key, both ways. What had a masked part is masked whole: where the parts were was
not kept.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from gateway.sealing import Cipher, StoreKey

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Row = dict[str, Any]

MASKED = "[renseignement masqué]"
KIND = "autre"

# Each sealed column: its table, its name in clear and sealed, its row's key, and its place.
SEALED = (
    ("messages", "text", "sealed_text", ("conversation_id", "seq"), "messages/{seq}"),
    ("buttons", "payload", "sealed_payload", ("token",), "buttons/{token}"),
    ("follow_ups", "payload", "sealed_payload", ("conversation_id",), "follow_ups/{id}"),
)


def upgrade() -> None:
    """Make a key for each conversation, and seal its texts."""
    store_key = _store_key()
    op.create_table(
        "store_key_check",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
    )
    _run("INSERT INTO store_key_check (value) VALUES (:value)", value=store_key.check_value())
    op.create_table(
        "conversation_keys",
        _conversation_id(primary_key=True),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "opened_values",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("agent_id", sa.Integer(), sa.ForeignKey("agents.id"), nullable=False),
        _conversation_id(),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(None, "opened_values", ["conversation_id"])
    with op.batch_alter_table("conversations") as table:
        table.add_column(sa.Column("engine_told_at", sa.DateTime(timezone=True)))
    # The engine may hold any of them.
    _run("UPDATE conversations SET engine_told_at = created_at")
    with op.batch_alter_table("turns") as table:
        table.add_column(sa.Column("expects", sa.String(64)))
    with op.batch_alter_table("messages") as table:
        table.add_column(sa.Column("masks", sa.JSON(), nullable=False, server_default="[]"))
        table.alter_column("masked_text", existing_type=sa.Text(), nullable=True)
    for row in _run("SELECT conversation_id, seq, text FROM messages WHERE text <> masked_text"):
        mask = {
            "kind": KIND,
            "start": 0,
            "end": len(MASKED),
            "raw_start": 0,
            "raw_end": len(row["text"]),
        }
        _run(
            "UPDATE messages SET masked_text = :masked, masks = :masks "
            "WHERE conversation_id = :conversation_id AND seq = :seq",
            masked=MASKED,
            masks=json.dumps([mask]),
            conversation_id=row["conversation_id"],
            seq=row["seq"],
        )
    with op.batch_alter_table("messages") as table:
        table.alter_column("masks", existing_type=sa.JSON(), server_default=None)

    ciphers = {row["id"]: _new_cipher(store_key, row["id"]) for row in _rows("conversations")}
    for table_name, clear, sealed, key, place in SEALED:
        _add_column(table_name, sa.Column(sealed, sa.LargeBinary()))
        for row in _rows(table_name):
            value = ciphers[row["conversation_id"]].seal(row[clear], place.format(**row))
            _update(table_name, sealed, value, row, key)
        _replace_column(table_name, clear, sealed, sa.LargeBinary())
    filled = _rows("filled_values")
    op.drop_table("filled_values")
    op.create_table(
        "filled_values",
        sa.Column("id", sa.Integer(), primary_key=True),
        _conversation_id(),
        sa.Column("slot", sa.String(64), nullable=False),
        sa.Column("sealed_value", sa.LargeBinary(), nullable=False),
    )
    op.create_index(None, "filled_values", ["conversation_id"])
    for row in filled:
        cipher, slot = ciphers[row["conversation_id"]], row["slot"]
        _run(
            "INSERT INTO filled_values (conversation_id, slot, sealed_value) "
            "VALUES (:conversation_id, :slot, :value)",
            conversation_id=row["conversation_id"],
            slot=slot,
            value=cipher.seal(row["value"], f"filled_values/{slot}"),
        )


def downgrade() -> None:
    """Write every text in clear again."""
    store_key = _store_key()
    ciphers = {
        row["conversation_id"]: store_key.cipher(row["wrapped_key"], row["conversation_id"])
        for row in _rows("conversation_keys")
    }
    for table_name, clear, sealed, key, place in SEALED:
        _add_column(table_name, sa.Column(clear, sa.Text()))
        for row in _rows(table_name):
            value = ciphers[row["conversation_id"]].unseal(row[sealed], place.format(**row))
            _update(table_name, clear, value, row, key)
        _replace_column(table_name, sealed, clear, sa.Text())
    filled = _rows("filled_values")
    op.drop_table("filled_values")
    op.create_table(
        "filled_values",
        _conversation_id(primary_key=True),
        sa.Column("slot", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text(), primary_key=True),
    )
    for row in filled:
        cipher, slot = ciphers[row["conversation_id"]], row["slot"]
        _run(
            "INSERT INTO filled_values (conversation_id, slot, value) "
            "VALUES (:conversation_id, :slot, :value)",
            conversation_id=row["conversation_id"],
            slot=slot,
            value=cipher.unseal(row["sealed_value"], f"filled_values/{slot}"),
        )
    _run("UPDATE messages SET masked_text = :masked WHERE masked_text IS NULL", masked=MASKED)
    with op.batch_alter_table("messages") as table:
        table.drop_column("masks")
        table.alter_column("masked_text", existing_type=sa.Text(), nullable=False)
    with op.batch_alter_table("turns") as table:
        table.drop_column("expects")
    with op.batch_alter_table("conversations") as table:
        table.drop_column("engine_told_at")
    for name in ("opened_values", "conversation_keys", "store_key_check"):
        op.drop_table(name)


def _store_key() -> StoreKey:
    settings = context.config.attributes["settings"]
    return StoreKey(settings.store_key.get_secret_value())


def _run(statement: str, **values: object) -> list[Row]:
    result = op.get_bind().execute(sa.text(statement), values)
    return [dict(row) for row in result.mappings()] if result.returns_rows else []


def _rows(table: str) -> list[Row]:
    return _run(f"SELECT * FROM {table}")  # noqa: S608 - the names are ours


def _new_cipher(store_key: StoreKey, conversation_id: str) -> Cipher:
    wrapped = store_key.new_wrapped_key(conversation_id)
    _run(
        "INSERT INTO conversation_keys (conversation_id, wrapped_key) VALUES (:id, :wrapped)",
        id=conversation_id,
        wrapped=wrapped,
    )
    return store_key.cipher(wrapped, conversation_id)


def _add_column(table_name: str, column: sa.Column[Any]) -> None:
    with op.batch_alter_table(table_name) as table:
        table.add_column(column)


def _update(table: str, column: str, value: object, row: Row, key: tuple[str, ...]) -> None:
    where = " AND ".join(f"{name} = :{name}" for name in key)
    values = {name: row[name] for name in key}
    _run(f"UPDATE {table} SET {column} = :value WHERE {where}", value=value, **values)  # noqa: S608


def _replace_column(table_name: str, old: str, new: str, kind: sa.types.TypeEngine[Any]) -> None:
    with op.batch_alter_table(table_name) as table:
        table.drop_column(old)
        table.alter_column(new, existing_type=kind, nullable=False)


def _conversation_id(*, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "conversation_id",
        sa.String(43),
        sa.ForeignKey("conversations.id"),
        primary_key=primary_key,
        nullable=False,
    )
