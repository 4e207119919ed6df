"""`studyapp serve`: the study app, for a browser on this machine."""

import click

from studyapp.cli.places import data_folder, database_url, shipped_decks
from studyapp.config import Settings
from studyapp.web import create_app, kept, prepare, serve, warning_for


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port to listen on; 0 takes any that is free.",
)
@click.option(
    "--database", default="", help="A SQLAlchemy URL.  [default: a file in your data directory]"
)
@click.option(
    "--allow-network",
    is_flag=True,
    help="Let other machines in. There are no accounts: everyone is the same learner.",
)
def command(host: str, port: int, database: str, *, allow_network: bool) -> None:
    """Start the study app and print its address. Stop it with Ctrl-C."""
    warning = warning_for(host, allow_network=allow_network)
    if warning:
        click.echo(f"studyapp: warning: {warning}", err=True)
    settings = Settings(
        database=database_url(database),
        key_file=data_folder() / "key",
        hosts=(host,),
        decks=shipped_decks(),
    )
    app = create_app(settings)
    prepare(app)
    with kept(app):
        serve(app, host, port, allow_network=allow_network, announce=_announce)


def _announce(address: str) -> None:
    click.echo(f"studyapp: {address} (stop with Ctrl-C)")
