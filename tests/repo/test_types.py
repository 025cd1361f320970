"""The public surface is typed to the last argument, kernels or not."""

import importlib
import inspect
import pkgutil

import hydrascope


def _public() -> dict[str, object]:
    packages = [
        hydrascope,
        *(importlib.import_module(f"hydrascope.{m.name}") for m in pkgutil.iter_modules(hydrascope.__path__) if m.ispkg),
    ]
    return {f"{package.__name__}.{name}": getattr(package, name) for package in packages for name in getattr(package, "__all__", ())}


def _untyped(function: object) -> bool:
    signature = inspect.signature(function)
    values = [signature.return_annotation, *(parameter.annotation for parameter in signature.parameters.values())]
    return inspect.Signature.empty in values


def test_public_functions_are_typed() -> None:
    """Each function that a package exports has a type for every argument and for what it returns."""
    functions = {name: thing for name, thing in _public().items() if inspect.isfunction(thing)}

    assert functions
    assert [name for name, function in functions.items() if _untyped(function)] == []


def test_public_things_are_described() -> None:
    """Each function and class that a package exports has a docstring."""
    things = {name: thing for name, thing in _public().items() if inspect.isfunction(thing) or inspect.isclass(thing)}

    assert [name for name, thing in things.items() if not thing.__doc__] == []
