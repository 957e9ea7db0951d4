"""The whole way once: a client on a phone is helped, and then answered by a person."""

from playwright.sync_api import expect

from tests.browser.agent import Agent
from tests.browser.client import Client
from tests.browser.conftest import Screenshot
from tests.browser.mailbox import Mailbox
from tests.browser.typography import words
from tests.running_system import RunningSystem

CODE, FIRST_NAME, LAST_NAME = "JK567890", "François", "St-Pierre"
EMAIL = "fstpierre@example.com"
NEW_PASSWORD = "érable jaune et trois bouleaux"
WHAT_SHOWS = "La page reste blanche quand je clique sur le lien."


def test_helped_by_the_assistant_and_then_by_a_person(
    client: Client, agent: Agent, system: RunningSystem, screenshot: Screenshot
) -> None:
    system.let_pass(60)
    screenshot(client.page, "connexion")
    client.open()
    screenshot(client.page, "client-accueil")
    _is_walked_through_the_fix(client, screenshot)
    mailbox = Mailbox(client.browser.new_page(), system, EMAIL)
    _has_the_mail_sent_again(client, screenshot)

    tab = _opens_the_mailed_link(client, mailbox, screenshot)
    _sets_a_new_password_and_logs_in(tab, screenshot)

    _asks_for_a_person_while_nobody_is_there(client, screenshot)
    reference = client.reference()
    agent.sign_in()
    _is_answered_by_the_agent(client, agent, reference, screenshot)
    _is_handed_back_to_the_assistant(client, agent, reference)
    _asks_for_a_person_who_ends_the_conversation(client, agent, screenshot)

    client.page.reload()
    expect(client.lines.last).to_contain_text("La conversation est terminée")
    client.write("c'est réglé, merci")
    expect(client.answer.last).to_contain_text("Avec plaisir")
    client.is_with("Conversation terminée")


def test_the_wait_as_it_is_lived(client: Client, system: RunningSystem) -> None:
    # Past the throttle of whoever asked for this account before.
    system.let_pass(60)
    client.open()
    client.write("mon lien est expiré")
    client.hears("une heure", "Mot de passe oublié?")
    client.choose("Envoyez-le")
    mailbox = Mailbox(client.browser.new_page(), system, "poneil@example.org")
    for value in ("EF345678", "Patrick", "O'Neil"):
        expect(client.answer.last).to_contain_text("?")
        client.write(value)
    client.choose("Oui, envoyez")
    client.hears("Si ces renseignements correspondent à un compte, un courriel part")
    said = client.texts(client.lines)
    client.page.close()

    system.let_pass(25)
    link = mailbox.open_new_mail()
    with client.browser.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    tab = Client(client.browser, opened.value)
    tab.open()
    assert list(tab.texts(tab.lines))[: len(said)] == list(said)
    tab.choose("Je l'ai reçu")
    tab.hears("Cliquez sur le lien du courriel")


def _is_walked_through_the_fix(client: Client, screenshot: Screenshot) -> None:
    """Of the documented steps, in order: the delay, the junk folder, the address, a new mail."""
    client.write("je ne reçois pas le courriel")
    client.hears("jusqu'à 30 minutes", "combien de temps")
    client.choose("Plus de 30 minutes")
    client.hears("courriels indésirables")
    client.choose("Pas encore")
    client.hears("un dossier nommé « Indésirables »")
    screenshot(client.page, "client-etape")
    client.choose("Non")
    client.hears("l'adresse que vous avez donnée à votre conseiller")
    client.choose("Oui")
    client.hears("un nouvel envoi", "votre code d'utilisateur?")


def _has_the_mail_sent_again(client: Client, screenshot: Screenshot) -> None:
    expect(client.composer).to_have_attribute("autocomplete", "username")
    client.write(CODE)
    client.hears("prénom")
    client.write(FIRST_NAME)
    client.hears("nom de famille")
    client.write(LAST_NAME)
    client.hears(f"code {CODE}, {FIRST_NAME} {LAST_NAME}. J'envoie la demande?")
    screenshot(client.page, "recapitulation")
    client.choose("Oui, envoyez")
    client.hears("Si ces renseignements correspondent à un compte, un courriel part")


def _opens_the_mailed_link(client: Client, mailbox: Mailbox, screenshot: Screenshot) -> Client:
    """The tab that the link opens, with the conversation as it stood."""
    link = mailbox.open_new_mail()
    screenshot(mailbox.page, "courriel")
    with client.browser.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    mailbox.page.close()
    tab = Client(client.browser, opened.value)
    tab.open()
    expect(tab.lines).to_have_count(client.lines.count())
    assert tab.texts(tab.lines) == client.texts(client.lines)
    tab.choose("Je l'ai reçu")
    for each in (tab, client):
        each.hears("Cliquez sur le lien du courriel")
    screenshot(tab.page, "meme-conversation")
    return tab


def _sets_a_new_password_and_logs_in(tab: Client, screenshot: Screenshot) -> None:
    tab.panel.get_by_role("button", name="Fermer la fenêtre d’aide").click()
    page = tab.page
    for label in ("Nouveau mot de passe", "Le même, une deuxième fois"):
        page.get_by_label(label).fill(NEW_PASSWORD)
    page.get_by_role("button", name="Changer le mot de passe").click()
    expect(page.get_by_role("status").filter(has_text="passe")).to_contain_text(
        "Votre mot de passe est changé."
    )
    page.get_by_label(words("Code d'utilisateur")).fill(CODE)
    page.get_by_label("Mot de passe").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", name="Bienvenue")).to_be_visible()
    screenshot(page, "bienvenue")
    page.close()


def _asks_for_a_person_while_nobody_is_there(client: Client, screenshot: Screenshot) -> None:
    client.write("mon lien est expiré")
    client.hears("une heure", "Mot de passe oublié?")
    client.write("je voudrais parler à quelqu'un")
    expect(client.answer.last).to_contain_text("Aucun agent n’est en ligne")
    expect(client.answer.last.get_by_role("link")).to_have_text(["418 838-1107", "1 888 776-1668"])
    client.is_with("Demande transmise")
    client.write("êtes-vous là?")
    client.hears("C’est transmis", "quand un agent sera en ligne")
    screenshot(client.page, "client-attente")


def _is_answered_by_the_agent(
    client: Client, agent: Agent, reference: str, screenshot: Screenshot
) -> None:
    expect(agent.case(reference)).to_contain_text("Demande à parler à une personne")
    expect(agent.case(reference)).to_contain_text("Lien de réinitialisation expiré")
    expect(agent.case(reference)).to_contain_text("Client en ligne")
    agent.take(reference)
    # What the client gave the form is for the form only.
    expect(agent.transcript).to_contain_text("[code d’utilisateur masqué]")
    for value in (CODE, LAST_NAME):
        expect(agent.transcript).not_to_contain_text(value)

    client.is_with("Vous parlez avec Julie")
    agent.write("Bonjour, ici Julie. Qu’est-ce que vous voyez à l’écran?")
    expect(client.lines.last).to_contain_text("Julie")
    expect(client.lines.last).to_contain_text("Qu’est-ce que vous voyez à l’écran?")
    client.write(WHAT_SHOWS)
    expect(agent.transcript.get_by_role("listitem").last).to_contain_text(WHAT_SHOWS)
    # The assistant is silent while a person answers.
    expect(client.answer).to_have_count(0)
    screenshot(client.page, "client-agent")
    screenshot(agent.page, "bureau")


def _is_handed_back_to_the_assistant(client: Client, agent: Agent, reference: str) -> None:
    agent.do("Rendre à l’assistant")
    expect(agent.case(reference)).to_have_count(0)
    expect(client.lines.filter(has_text="Julie vous laisse avec l’assistant")).to_be_visible()
    expect(client.lines.last).to_contain_text("Qu’est-ce qui bloque encore?")
    client.is_with("Assistant automatisé")
    expect(client.choice("Revenir à l’assistant")).to_be_disabled()
    client.write("combien de temps le lien est bon?")
    expect(client.answer.first).to_contain_text("une heure")


def _asks_for_a_person_who_ends_the_conversation(
    client: Client, agent: Agent, screenshot: Screenshot
) -> None:
    client.write("je veux parler à un agent")
    expect(client.answer.last).to_contain_text("Une personne vous répondra ici")
    reference = client.reference()
    agent.take(reference)
    agent.do("Fermer")
    expect(agent.confirmation).to_contain_text("Fermer cette conversation?")
    agent.confirmation.get_by_role("radio", name="Réglé").check()
    screenshot(agent.page, "bureau-fermer")
    agent.do("Fermer la conversation")
    expect(agent.case(reference)).to_have_count(0)
    expect(client.lines.last).to_contain_text("La conversation est terminée")
    client.is_with("Conversation terminée")
    screenshot(client.page, "client-terminee")
