from reports import progress_report
from reports.tags import Node
from tests.reports import examples, pages


def test_a_node_hangs_in_one_place_however_often_it_is_drawn():
    first, second, kid = Node("Sect"), Node("Sect"), Node("P")

    first.adopt(kid)
    second.adopt(kid)
    first.adopt(kid)

    assert first.kids == [kid]
    assert second.kids == []


def test_the_parent_tree_leads_back_to_the_element_of_every_mark():
    pdf = progress_report.to_bytes(examples.full())
    file = pages.reader(pdf)
    numbers = file.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = {
        (int(numbers[at]), mcid): str(owner.get_object()["/S"])[1:]
        for at in range(0, len(numbers), 2)
        for mcid, owner in enumerate(numbers[at + 1].get_object())
    }

    expected = {leaf: each.kind for each in pages.elements(pdf) for leaf in each.leaves}

    assert owners == expected


def test_headers_have_a_scope_and_figures_a_box_and_words():
    root = pages.reader(progress_report.to_bytes(examples.ordinary())).trailer["/Root"]
    found: dict[str, list] = {}

    def walk(node) -> None:
        found.setdefault(str(node.get("/S")), []).append(node)
        for kid in node.get("/K", []):
            if kid.get_object().get("/Type") != "/MCR":
                walk(kid.get_object())

    walk(root["/StructTreeRoot"])

    assert {head["/A"]["/Scope"] for head in found["/TH"]} == {"/Row"}
    assert all(len(figure["/A"]["/BBox"]) == 4 and figure["/Alt"] for figure in found["/Figure"])
