"""What stands in a query for Spark where it parts from DuckDB; the list is in `dialect`."""

from sqlglot import exp

SIGN = 1 << 63
COMPARING = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE)
_WHOLE = exp.DataType.INTEGER_TYPES
_FRACTION = {exp.DType.FLOAT, exp.DType.DOUBLE}
_UNSIGNED = exp.DType.UBIGINT
# Around an unsigned number nothing may stand but what needs only its identity and its order, or is mended.
_HARMLESS = (
    *COMPARING,
    exp.Alias,
    exp.AnyValue,
    exp.ArgMax,
    exp.ArgMin,
    exp.BitwiseXor,
    exp.Cast,
    exp.Coalesce,
    exp.Count,
    exp.Distinct,
    exp.Explode,
    exp.Greatest,
    exp.Group,
    exp.IgnoreNulls,
    exp.Is,
    exp.Least,
    exp.Length,
    exp.Max,
    exp.Min,
    exp.Ordered,
    exp.Paren,
    exp.Select,
    exp.Subquery,
    exp.Tuple,
    exp.Window,
)


def kept(kind: exp.DataType) -> exp.DataType:
    """
    Return the type that Spark has for one of DuckDB's: the next wider one for unsigned numbers, but `BIGINT` for the widest.

    >>> kept(exp.DataType.build("UINTEGER", dialect="duckdb")).sql("spark")
    'BIGINT'
    """
    wider = {
        exp.DType.UTINYINT: "SMALLINT",
        exp.DType.USMALLINT: "INT",
        exp.DType.UINT: "BIGINT",
        _UNSIGNED: "BIGINT",
        exp.DType.INT128: "DECIMAL(38, 0)",
        exp.DType.TIMESTAMP: "TIMESTAMPNTZ",
        exp.DType.TIMESTAMPTZ: "TIMESTAMPLTZ",
    }

    def change(node: exp.Expression) -> exp.Expression:
        return exp.DataType.build(wider[node.this]) if isinstance(node, exp.DataType) and node.this in wider else node

    found = kind.transform(change)
    assert isinstance(found, exp.DataType)  # noqa: S101 (for the type checker)
    return found


def _kind(node: exp.Expression | None) -> exp.DType:
    kind = node.type if node is not None else None
    return kind.this if isinstance(kind, exp.DataType) else exp.DType.UNKNOWN


def _typed(node: exp.Expression, kind: str) -> exp.Expression:
    node.type = exp.DataType.build(kind, dialect="duckdb")
    return node


def _cast(node: exp.Expression, kind: str) -> exp.Cast:
    made = exp.Cast(this=node.copy(), to=exp.DataType.build(kind, dialect="spark"))
    made.type = made.to
    return made


def decimals(node: exp.Expression) -> exp.Expression:
    """
    Give a constant with a point the type that it has in DuckDB, where sqlglot takes it for a double.

    >>> decimals(exp.Literal.number("0.25")).sql("duckdb")
    'CAST(0.25 AS DECIMAL(3, 2))'
    """
    if not isinstance(node, exp.Literal) or node.is_string or "." not in node.name or "e" in node.name.lower():
        return node
    whole, fraction = node.name.split(".")
    return exp.cast(node.copy(), f"DECIMAL({len(whole or '0') + len(fraction)}, {len(fraction)})", dialect="duckdb")


def refuse_unsigned(node: exp.Expression) -> None:
    """Raise `TypeError` where an unsigned number is reckoned with, which its turned first bit would spoil."""
    if _kind(node) == _UNSIGNED and not isinstance(node.parent, (*_HARMLESS, exp.DataType, exp.Column)):
        around = type(node.parent).__name__
        raise TypeError(f"expected an unsigned number to be compared, ordered or xored but got {around}={node.parent}; cast it first")


def _turned(literal: exp.Expression) -> exp.Expression:
    """Return an unsigned constant as Spark keeps it."""
    return _typed(_cast(exp.Literal.string(str(int(literal.name) - SIGN)), "BIGINT"), "UBIGINT")


def _operands(node: exp.Expression) -> list[exp.Expression]:
    """Return what a comparison, an arithmetic or a choice stands between."""
    if isinstance(node, exp.Case):
        return [one for one in (*(branch.args["true"] for branch in node.args["ifs"]), node.args.get("default")) if one is not None]
    first, second = node.this, node.args.get("expression")
    return [first, second] if second is not None else [first, *node.expressions]


def unsigned_constants(node: exp.Expression) -> exp.Expression:
    """Turn the constants that stand beside unsigned numbers."""
    operands = _operands(node)
    if any(_kind(one) == _UNSIGNED for one in operands):
        for one in operands:
            if isinstance(one, exp.Literal) and one.is_int:
                one.replace(_turned(one))
            elif _kind(one) != _UNSIGNED:
                raise TypeError(f"expected unsigned numbers on both sides but got operand={one}; cast one of them")
    return node


def unsigned_xor(node: exp.Expression) -> exp.Expression:
    """Turn the first bit of what two turned ones make."""
    if _kind(node) != _UNSIGNED and _kind(node.this) != _UNSIGNED:
        return node
    return _typed(exp.BitwiseXor(this=exp.Paren(this=node.copy()), expression=_turned(exp.Literal.number(0))), "UBIGINT")


def casts(node: exp.Expression) -> exp.Expression:
    """Round before the fraction is cut off, and turn what becomes unsigned or is so no more."""
    source, target, value = _kind(node.this), node.args["to"].this, node.this
    if source == target or (source == target == _UNSIGNED):
        return value
    if target == _UNSIGNED:
        if isinstance(value, exp.Literal):
            return _turned(value)
        number = _rounded(_cast(value, "DECIMAL(20, 0)") if source in _WHOLE else value)
        return _typed(_cast(exp.Sub(this=number, expression=_number(SIGN)), "BIGINT"), "UBIGINT")
    if source == _UNSIGNED:
        value = exp.Add(this=_cast(value, "DECIMAL(20, 0)"), expression=_number(SIGN))
    made = exp.Cast(this=_rounded(value.copy()) if target in _WHOLE else value.copy(), to=kept(node.args["to"]))
    made.type = node.type
    return made


def _number(value: int) -> exp.Expression:
    return _cast(exp.Literal.string(str(value)), "DECIMAL(20, 0)")


def _rounded(value: exp.Expression) -> exp.Expression:
    """Return a number as DuckDB rounds it where it makes a whole one of it."""
    kind = _kind(value)
    if kind in _FRACTION:
        return exp.Anonymous(this="RINT", expressions=[value])
    if kind == exp.DType.DECIMAL:
        return exp.Round(this=value, decimals=exp.Literal.number(0))
    if kind == exp.DType.UNKNOWN and not isinstance(value, exp.Literal | exp.Add):
        raise TypeError(f"expected a value of known type in a cast but got value={value}; cast it to DOUBLE first")
    return value


def floats(node: exp.Expression) -> exp.Expression:
    """Keep narrow floats narrow: cast the whole numbers and decimals beside them."""
    operands = _operands(node)
    kinds = {_kind(one) for one in operands}
    if exp.DType.FLOAT not in kinds or exp.DType.DOUBLE in kinds:
        return node
    for one in operands:
        if _kind(one) in _WHOLE or _kind(one) == exp.DType.DECIMAL:
            one.replace(_cast(one, "FLOAT"))
    return node if isinstance(node, COMPARING) else _typed(node, "FLOAT")


def epoch(node: exp.Expression) -> exp.Expression:
    """Keep the fraction of a second, and add microseconds to milliseconds as DuckDB does: the sum is rounded once more."""
    instant = node.this if _kind(node.this) == exp.DType.TIMESTAMPTZ else _cast(node.this, "TIMESTAMP")
    micros = exp.Anonymous(this="UNIX_MICROS", expressions=[instant.copy()])
    rest = exp.Anonymous(this="PMOD", expressions=[micros, exp.Literal.number(1_000)])
    parts = [_cast(one, "DOUBLE") for one in (exp.Paren(this=exp.Sub(this=micros.copy(), expression=rest)), rest)]
    seconds = [exp.Div(this=one, expression=exp.Literal.number("1e6")) for one in parts]
    return _typed(exp.Paren(this=exp.Add(this=seconds[0], expression=seconds[1])), "DOUBLE")


def sums(node: exp.Expression) -> exp.Expression:
    """Sum whole numbers in decimals, which hold them."""
    if _kind(node.this) in _WHOLE:
        node.this.replace(_cast(node.this, "DECIMAL(20, 0)"))
    elif _kind(node.this) != exp.DType.DECIMAL:
        raise TypeError(f"expected a sum of whole numbers or decimals, which no order of rows changes, but got sum={node}; cast it")
    return node


def any_value(node: exp.Expression) -> exp.Expression:
    """Take the least of values that are all the same."""
    if isinstance(node, exp.IgnoreNulls):
        return node.this if isinstance(node.this, exp.Min) else node
    return exp.Min(this=node.this.copy())


def arg_max(node: exp.Expression) -> exp.Expression:
    """Pass over rows whose argument is null."""
    known = exp.Not(this=exp.Is(this=node.this.copy(), expression=exp.Null()))
    node.set("expression", exp.Case(ifs=[exp.If(this=known, true=node.expression.copy())]))
    return node


def tuples(node: exp.Expression) -> exp.Expression:
    """Name a tuple by the word that makes a value of it."""
    if isinstance(node.parent, exp.Distinct | exp.In):
        return node
    return exp.Anonymous(this="STRUCT", expressions=[one.copy() for one in node.expressions])


def lengths(node: exp.Expression) -> exp.Expression:
    """Count the elements of a list, null where it is null."""
    return exp.Anonymous(this="ARRAY_SIZE", expressions=[node.this.copy()]) if _kind(node.this) == exp.DType.ARRAY else node


def order_by_all(node: exp.Expression) -> exp.Expression:
    """Write out the columns to sort by."""
    select = node.parent
    if [one.this.name.upper() for one in node.expressions if isinstance(one.this, exp.Var)] == ["ALL"] and isinstance(select, exp.Select):
        node.set("expressions", [exp.Ordered(this=one.unalias().copy(), nulls_first=False) for one in select.selects])
    return node


def row_numbers(node: exp.Expression) -> exp.Expression:
    """Number rows in 64 bits."""
    if not isinstance(node.this, exp.RowNumber):
        return node
    return _cast(node, "BIGINT")
